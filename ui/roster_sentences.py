"""The sentences for problems with the roster: covers, swaps, leaves, attendance. See `ui.problem_sentences`."""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

ROSTER: dict[str, tuple[str, str]] = {
    # the plan
    "shift_begun": (
        QT_TRANSLATE_NOOP("Problems", "This shift has begun; {name} stands in it."),
        QT_TRANSLATE_NOOP("Problems", "Record a substitution, or correct the roster with a reason."),
    ),
    "post_not_in_shift": (QT_TRANSLATE_NOOP("Problems", "The post {name} does not exist in the shift {slot}."), ""),
    "person_covers_there": (
        QT_TRANSLATE_NOOP("Problems", "{name} already stands in for {other} in this shift."),
        QT_TRANSLATE_NOOP("Problems", "End that substitution first."),
    ),
    "roster_numbers_unverified": (
        QT_TRANSLATE_NOOP("Problems", "Not final yet: nobody verified the numbers of {names}."),
        QT_TRANSLATE_NOOP("Problems", "Ring them and note it in the directory, or print a draft."),
    ),
    "slot_not_in_pattern": (QT_TRANSLATE_NOOP("Problems", "No pattern has a shift {name}."), ""),
    "tier_wrong": (QT_TRANSLATE_NOOP("Problems", "Leaders have tiers from 1 to {most}."), ""),
    "notice_empty": (QT_TRANSLATE_NOOP("Problems", "No days were found in the notice."), ""),
    "notice_other_year": (QT_TRANSLATE_NOOP("Problems", "{date} does not belong to the notice of {year}."), ""),
    # rotation
    "member_dates_wrong": (QT_TRANSLATE_NOOP("Problems", "The last date on the list lies before the first."), ""),
    "member_twice": (QT_TRANSLATE_NOOP("Problems", "{name} stands on the list twice for the same dates."), ""),
    "pair_oneself": (QT_TRANSLATE_NOOP("Problems", "A pair needs two different persons."), ""),
    "pair_contradicts": (
        QT_TRANSLATE_NOOP("Problems", "{name} and {other} would have to serve together and apart."),
        QT_TRANSLATE_NOOP("Problems", "Take one of the two rules away."),
    ),
    "weekdays_wrong": (QT_TRANSLATE_NOOP("Problems", "At least one day of the week is needed."), ""),
    "rest_wrong": (QT_TRANSLATE_NOOP("Problems", "The least rest is from 0 to {most} hours."), ""),
    "weight_wrong": (QT_TRANSLATE_NOOP("Problems", "{day}: a day weighs from {least} to {most}."), ""),
    "month_most_wrong": (QT_TRANSLATE_NOOP("Problems", "From 0 (any number) to {most} shifts a month."), ""),
    "carry_wrong": (QT_TRANSLATE_NOOP("Problems", "From 0 to {most} earlier years count."), ""),
    # standing in
    "cover_oneself": (QT_TRANSLATE_NOOP("Problems", "Nobody can stand in for himself."), ""),
    "cover_times_wrong": (QT_TRANSLATE_NOOP("Problems", "The substitution must end after it begins."), ""),
    "cover_outside_shift": (QT_TRANSLATE_NOOP("Problems", "The substitution must lie within one shift."), ""),
    "cover_past": (
        QT_TRANSLATE_NOOP("Problems", "This time is past; who was on duty then stays on record."),
        QT_TRANSLATE_NOOP("Problems", "Correct the roster with a reason."),
    ),
    "cover_not_planned": (QT_TRANSLATE_NOOP("Problems", "{name} does not stand at this post in that shift."), ""),
    "cover_own_seat": (
        QT_TRANSLATE_NOOP("Problems", "This is {name}'s own place."),
        QT_TRANSLATE_NOOP("Problems", "End the substitution instead."),
    ),
    "cover_overlaps": (
        QT_TRANSLATE_NOOP("Problems", "Somebody already stands in at this place during that time."),
        QT_TRANSLATE_NOOP("Problems", "End that substitution first, or replace the stand-in."),
    ),
    "cover_busy": (QT_TRANSLATE_NOOP("Problems", "{name} is on duty elsewhere at that time."), ""),
    "cover_unknown": (
        QT_TRANSLATE_NOOP("Problems", "This substitution is not there."),
        QT_TRANSLATE_NOOP("Problems", "Open the page again."),
    ),
    "cover_over": (QT_TRANSLATE_NOOP("Problems", "This substitution is over already."), ""),
    "cover_end_past": (QT_TRANSLATE_NOOP("Problems", "A substitution can end now or later, not earlier."), ""),
    # leave
    "person_on_leave": (QT_TRANSLATE_NOOP("Problems", "{name} is on leave at that time."), ""),
    "leave_times_wrong": (QT_TRANSLATE_NOOP("Problems", "The leave must end after it begins."), ""),
    "leave_too_long": (QT_TRANSLATE_NOOP("Problems", "A leave can last three years at most."), ""),
    "leave_past": (
        QT_TRANSLATE_NOOP("Problems", "A leave can be recorded up to a day after it began, and not when it is over."),
        "",
    ),
    "leave_overlaps": (QT_TRANSLATE_NOOP("Problems", "There is a leave of the same person at that time."), ""),
    "leave_covering": (
        QT_TRANSLATE_NOOP("Problems", "{name} stands in for somebody at that time."),
        QT_TRANSLATE_NOOP("Problems", "Find another stand-in first."),
    ),
    "leave_unknown": (
        QT_TRANSLATE_NOOP("Problems", "This leave is not there."),
        QT_TRANSLATE_NOOP("Problems", "Open the page again."),
    ),
    "leave_over": (QT_TRANSLATE_NOOP("Problems", "This leave is over already."), ""),
    # swaps and decisions
    "swap_oneself": (QT_TRANSLATE_NOOP("Problems", "Nobody can swap with himself."), ""),
    "swap_same_post": (
        QT_TRANSLATE_NOOP("Problems", "Both stand at the same post of the same shift; nothing would change."),
        "",
    ),
    "swap_begun": (
        QT_TRANSLATE_NOOP("Problems", "A shift that has begun or is over cannot be swapped."),
        QT_TRANSLATE_NOOP("Problems", "For the rest of a shift, propose a substitution."),
    ),
    "swap_covered": (
        QT_TRANSLATE_NOOP("Problems", "Somebody stands in for {name} in that shift."),
        QT_TRANSLATE_NOOP("Problems", "End that substitution first."),
    ),
    "swap_busy": (QT_TRANSLATE_NOOP("Problems", "{name} is already on duty in that shift."), ""),
    "proposal_open": (
        QT_TRANSLATE_NOOP("Problems", "A proposal for this place is still undecided."),
        QT_TRANSLATE_NOOP("Problems", "Decide or withdraw it first."),
    ),
    "proposal_unknown": (
        QT_TRANSLATE_NOOP("Problems", "This proposal is not there."),
        QT_TRANSLATE_NOOP("Problems", "Open the page again."),
    ),
    "proposal_decided": (QT_TRANSLATE_NOOP("Problems", "This proposal was decided already."), ""),
    "proposal_lapsed": (
        QT_TRANSLATE_NOOP("Problems", "The roster changed meanwhile, or the time went by: this proposal has lapsed."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Propose it anew if it is still wanted."),
    ),
    "consent_stranger": (QT_TRANSLATE_NOOP("Problems", "Only the two whom it concerns can agree."), ""),
    "consent_twice": (QT_TRANSLATE_NOOP("Problems", "{name} has agreed already."), ""),
    "consent_early": (QT_TRANSLATE_NOOP("Problems", "Nobody can agree before it is proposed."), ""),
    "consents_missing": (QT_TRANSLATE_NOOP("Problems", "Not agreed yet: {names}."), ""),
    "leader_not_marked": (
        QT_TRANSLATE_NOOP("Problems", "{name} is not a leader."),
        QT_TRANSLATE_NOOP("Problems", "Choose somebody whom the directory marks as a leader."),
    ),
    "leader_left": (QT_TRANSLATE_NOOP("Problems", "{name} has left and cannot decide."), ""),
    "leader_is_party": (QT_TRANSLATE_NOOP("Problems", "It concerns {name}; another leader must decide."), ""),
    "emergency_early": (
        QT_TRANSLATE_NOOP("Problems", "An emergency begins within {hours} hours."),
        QT_TRANSLATE_NOOP("Problems", "There is time to propose a substitution."),
    ),
    "emergency_asks_nobody": (
        QT_TRANSLATE_NOOP("Problems", "An emergency substitution asks for no consent beforehand."),
        QT_TRANSLATE_NOOP("Problems", "A leader approves or refuses it."),
    ),
    "emergency_stays": (
        QT_TRANSLATE_NOOP("Problems", "An emergency substitution took effect and cannot be withdrawn."),
        QT_TRANSLATE_NOOP("Problems", "It can be ended; a leader approves or refuses it."),
    ),
    # attendance
    "sign_in_not_on_duty": (QT_TRANSLATE_NOOP("Problems", "{name} is not on duty now or within two hours."), ""),
    "sign_in_early": (QT_TRANSLATE_NOOP("Problems", "{name} can sign in from {first} on."), ""),
    "sign_in_twice": (QT_TRANSLATE_NOOP("Problems", "{name} signed in already, at {at}."), ""),
    "sign_in_unknown": (
        QT_TRANSLATE_NOOP("Problems", "This sign-in is not there."),
        QT_TRANSLATE_NOOP("Problems", "Open the page again."),
    ),
    "off_post_not_there": (QT_TRANSLATE_NOOP("Problems", "{name} does not stand at a post now."), ""),
    "off_post_already": (QT_TRANSLATE_NOOP("Problems", "{name} is off post already, since {at}."), ""),
    "off_post_until_wrong": (
        QT_TRANSLATE_NOOP("Problems", "The return must lie ahead and within the person's own time on duty."),
        "",
    ),
    "off_post_back_already": (QT_TRANSLATE_NOOP("Problems", "The return is on record already."), ""),
    "off_post_over": (QT_TRANSLATE_NOOP("Problems", "The person's time on duty is over."), ""),
    "off_post_times_wrong": (QT_TRANSLATE_NOOP("Problems", "The return must be after the leaving."), ""),
    "off_post_unknown": (
        QT_TRANSLATE_NOOP("Problems", "This absence is not there."),
        QT_TRANSLATE_NOOP("Problems", "Open the page again."),
    ),
}
