"""The first tables."""
# Written by tests/database/write_first_revision.py.
# ruff: noqa: E501  # statements as the databases are told them

import sqlalchemy as sa
from alembic import op

from duty_console.database.types import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQLITE = (
    "CREATE VIRTUAL TABLE search_index USING fts5(pairs, content='', columnsize=0, tokenize='ascii')",
    "CREATE TRIGGER journal_keep_row BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_keep_link BEFORE UPDATE OF seq, at, actor, workstation, action, operation, entity, entity_id, digest, previous, hash ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER journal_keep_payload BEFORE UPDATE OF payload ON journal_entry WHEN NEW.payload IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a payload can only be redacted'); END",
)
POSTGRES = (
    "CREATE TABLE search_index (seq bigint PRIMARY KEY, pairs tsvector NOT NULL)",
    "CREATE INDEX ix_search_index_pairs ON search_index USING gin (pairs)",
    "CREATE FUNCTION journal_keep() RETURNS trigger AS $$ BEGIN\n       IF TG_OP = 'UPDATE' AND NEW.payload IS NULL\n          AND (NEW.seq, NEW.at, NEW.actor, NEW.workstation, NEW.action, NEW.operation, NEW.entity, NEW.entity_id,\n               NEW.digest, NEW.previous, NEW.hash)\n            = (OLD.seq, OLD.at, OLD.actor, OLD.workstation, OLD.action, OLD.operation, OLD.entity, OLD.entity_id,\n               OLD.digest, OLD.previous, OLD.hash) THEN RETURN NEW; END IF;\n       RAISE EXCEPTION 'the journal is append-only'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER journal_keep BEFORE UPDATE OR DELETE ON journal_entry FOR EACH ROW EXECUTE FUNCTION journal_keep()",
)


def upgrade() -> None:
    """Make the tables, the search index, and the triggers that keep hands off the journal."""
    _alarm_acknowledgement()
    _alarm_ring()
    _calendar_day()
    _calendar_year()
    _duty_room()
    _equipment_check()
    _handover_item()
    _handover_note()
    _incident()
    _journal_entry()
    _post()
    _report_rule()
    _roster_correction()
    _rotation_rules()
    _shift_pattern()
    _unit()
    _casualty_count()
    _log_entry()
    _obligation()
    _person()
    _report()
    _assignment()
    _duty_cover()
    _duty_leave()
    _rotation_fixed()
    _rotation_member()
    _rotation_pair()
    _sign_in()
    _duty_change()
    _duty_leave_approval()
    _off_post()
    _sign_in_correction()
    _duty_change_consent()
    _duty_change_decision()
    _off_post_back()
    _off_post_correction()
    connection = op.get_bind()
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRES:
        connection.exec_driver_sql(statement)


def _alarm_acknowledgement() -> None:
    op.create_table(
        "alarm_acknowledgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("acknowledged_at", UtcDateTime(), nullable=False),
        sa.Column("acknowledged_by", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarm_acknowledgement")),
        sa.UniqueConstraint("key", "step", name=op.f("uq_alarm_acknowledgement_key_step")),
    )


def _alarm_ring() -> None:
    op.create_table(
        "alarm_ring",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("rung_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarm_ring")),
        sa.UniqueConstraint("key", "step", name=op.f("uq_alarm_ring_key_step")),
    )


def _calendar_day() -> None:
    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("day_type", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sa.UniqueConstraint("date", name=op.f("uq_calendar_day_date")),
    )


def _calendar_year() -> None:
    op.create_table(
        "calendar_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_year")),
        sa.UniqueConstraint("year", name=op.f("uq_calendar_year_year")),
    )


def _duty_room() -> None:
    op.create_table(
        "duty_room",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("presets", sa.Text(), nullable=False),
        sa.Column("zone", sa.String(length=48), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("document_prefix", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_room")),
    )


def _equipment_check() -> None:
    op.create_table(
        "equipment_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_starts_at", UtcDateTime(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("remark", sa.String(length=60), nullable=False),
        sa.Column("checked_at", UtcDateTime(), nullable=False),
        sa.Column("checked_by", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equipment_check")),
    )
    op.create_index(op.f("ix_equipment_check_shift_starts_at"), "equipment_check", ["shift_starts_at"], unique=False)


def _handover_item() -> None:
    op.create_table(
        "handover_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("done_at", UtcDateTime(), nullable=True),
        sa.Column("done_by", sa.String(length=64), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_item")),
    )
    op.create_index(
        "ix_handover_item_open",
        "handover_item",
        ["created_at"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )


def _handover_note() -> None:
    op.create_table(
        "handover_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_starts_at", UtcDateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("written_by", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_note")),
    )
    op.create_index(op.f("ix_handover_note_shift_starts_at"), "handover_note", ["shift_starts_at"], unique=False)


def _incident() -> None:
    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "number",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("event_class", sa.String(length=32), nullable=False),
        sa.Column("type", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("occurred_at", UtcDateTime(), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("source_unit", sa.String(length=120), nullable=False),
        sa.Column("caller", sa.String(length=60), nullable=False),
        sa.Column("caller_post", sa.String(length=60), nullable=False),
        sa.Column("caller_phone", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("deaths", sa.Integer(), nullable=True),
        sa.Column("missing", sa.Integer(), nullable=True),
        sa.Column("serious_injuries", sa.Integer(), nullable=True),
        sa.Column("minor_injuries", sa.Integer(), nullable=True),
        sa.Column("trapped", sa.Integer(), nullable=True),
        sa.Column("evacuated", sa.Integer(), nullable=True),
        sa.Column("direct_loss_yuan", sa.BigInteger(), nullable=True),
        sa.Column("grade", sa.String(length=32), nullable=True),
        sa.Column("grade_basis", sa.Text(), nullable=False),
        sa.Column("classified_at", UtcDateTime(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("already_told", sa.Text(), nullable=False),
        sa.Column("recorder", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("closed_reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("number", name=op.f("uq_incident_number")),
    )
    op.create_index(
        "ix_incident_open",
        "incident",
        ["received_at"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(op.f("ix_incident_received_at"), "incident", ["received_at"], unique=False)


def _journal_entry() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("workstation", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=48), nullable=False),
        sa.Column("operation", sa.String(length=6), nullable=False),
        sa.Column("entity", sa.String(length=48), nullable=False),
        sa.Column("entity_id", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("previous", sa.LargeBinary(length=32), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal_entry")),
    )
    op.create_index("ix_journal_entry_row", "journal_entry", ["entity", "entity_id", "seq"], unique=False)


def _post() -> None:
    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("key", sa.Boolean(), nullable=False),
        sa.Column("slots", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
    )


def _report_rule() -> None:
    op.create_table(
        "report_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rule_id", sa.String(length=80), nullable=False),
        sa.Column("preset", sa.String(length=40), nullable=False),
        sa.Column("classes", sa.Text(), nullable=False),
        sa.Column("grades", sa.Text(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("recipient", sa.String(length=120), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("clock", sa.String(length=32), nullable=False),
        sa.Column("followup", sa.Text(), nullable=True),
        sa.Column("raised_clock", sa.String(length=32), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_rule")),
    )
    op.create_index(op.f("ix_report_rule_rule_id"), "report_rule", ["rule_id"], unique=False)


def _roster_correction() -> None:
    op.create_table(
        "roster_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("shift_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=20), nullable=False),
        sa.Column("post", sa.String(length=20), nullable=False),
        sa.Column("before", sa.String(length=400), nullable=False),
        sa.Column("after", sa.String(length=400), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_correction")),
    )
    op.create_index(op.f("ix_roster_correction_shift_date"), "roster_correction", ["shift_date"], unique=False)


def _rotation_rules() -> None:
    op.create_table(
        "rotation_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rotation_rules")),
    )


def _shift_pattern() -> None:
    op.create_table(
        "shift_pattern",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("shifts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_pattern")),
        sa.UniqueConstraint("valid_from", name=op.f("uq_shift_pattern_valid_from")),
    )


def _unit() -> None:
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("address", sa.String(length=120), nullable=False),
        sa.Column("region", sa.String(length=40), nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    op.create_index(op.f("ix_unit_name"), "unit", ["name"], unique=False)


def _casualty_count() -> None:
    op.create_table(
        "casualty_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("source", sa.String(length=120), nullable=False),
        sa.Column("recorder", sa.String(length=64), nullable=False),
        sa.Column("deaths", sa.Integer(), nullable=True),
        sa.Column("missing", sa.Integer(), nullable=True),
        sa.Column("serious_injuries", sa.Integer(), nullable=True),
        sa.Column("minor_injuries", sa.Integer(), nullable=True),
        sa.Column("trapped", sa.Integer(), nullable=True),
        sa.Column("evacuated", sa.Integer(), nullable=True),
        sa.Column("direct_loss_yuan", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_casualty_count_incident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casualty_count")),
    )
    op.create_index(op.f("ix_casualty_count_incident_id"), "casualty_count", ["incident_id"], unique=False)


def _log_entry() -> None:
    op.create_table(
        "log_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=True),
        sa.Column("incident_number", sa.String(length=16), nullable=True),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("answers_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["answers_id"], ["log_entry.id"], name=op.f("fk_log_entry_answers_id")),
        sa.ForeignKeyConstraint(["corrects_id"], ["log_entry.id"], name=op.f("fk_log_entry_corrects_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_log_entry_incident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_entry")),
    )
    op.create_index(op.f("ix_log_entry_at"), "log_entry", ["at"], unique=False)
    op.create_index(
        "ix_log_entry_corrections",
        "log_entry",
        ["corrects_id"],
        unique=False,
        sqlite_where=sa.text("corrects_id IS NOT NULL"),
        postgresql_where=sa.text("corrects_id IS NOT NULL"),
    )
    op.create_index(
        "ix_log_entry_timeline",
        "log_entry",
        ["incident_id", "at"],
        unique=False,
        sqlite_where=sa.text("incident_id IS NOT NULL"),
        postgresql_where=sa.text("incident_id IS NOT NULL"),
    )


def _obligation() -> None:
    op.create_table(
        "obligation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("incident_number", sa.String(length=16), nullable=False),
        sa.Column("rule_id", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("recipient", sa.String(length=120), nullable=False),
        sa.Column("clock", sa.String(length=32), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("late_seconds", sa.Integer(), nullable=True),
        sa.Column("late_reason", sa.Text(), nullable=False),
        sa.Column("waived_at", UtcDateTime(), nullable=True),
        sa.Column("waived_by", sa.String(length=64), nullable=False),
        sa.Column("waived_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_obligation_incident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligation")),
    )
    op.create_index(op.f("ix_obligation_incident_id"), "obligation", ["incident_id"], unique=False)
    op.create_index(
        "ix_obligation_open_due",
        "obligation",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("settled_at IS NULL AND waived_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL AND waived_at IS NULL"),
    )


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("pinyin", sa.String(length=160), nullable=False),
        sa.Column("initials", sa.String(length=40), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("second_phone", sa.String(length=40), nullable=False),
        sa.Column("digits", sa.String(length=80), nullable=False),
        sa.Column("phone_verified_at", UtcDateTime(), nullable=True),
        sa.Column("phone_verified_by", sa.String(length=64), nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=True),
        sa.Column("leader", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_person_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_name"), "person", ["name"], unique=False)
    op.create_index(op.f("ix_person_unit_id"), "person", ["unit_id"], unique=False)


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("incident_number", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("recipient", sa.String(length=120), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.Column("received_by", sa.String(length=60), nullable=False),
        sa.Column("signatory", sa.String(length=60), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("recorder", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_report_incident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    op.create_index(op.f("ix_report_incident_id"), "report", ["incident_id"], unique=False)
    op.create_index(op.f("ix_report_sent_at"), "report", ["sent_at"], unique=False)


def _assignment() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=20), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_assignment_person_id")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_assignment_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sa.UniqueConstraint("shift_date", "slot", "person_id", name=op.f("uq_assignment_shift_date_slot_person_id")),
    )
    op.create_index("ix_assignment_person", "assignment", ["person_id", "shift_date"], unique=False)


def _duty_cover() -> None:
    op.create_table(
        "duty_cover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=20), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("cover_person_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("cancelled_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["cover_person_id"], ["person.id"], name=op.f("fk_duty_cover_cover_person_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duty_cover_person_id")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_duty_cover_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_cover")),
    )
    op.create_index(op.f("ix_duty_cover_cover_person_id"), "duty_cover", ["cover_person_id"], unique=False)
    op.create_index("ix_duty_cover_shift", "duty_cover", ["shift_date", "slot"], unique=False)


def _duty_leave() -> None:
    op.create_table(
        "duty_leave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("cancelled_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duty_leave_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_leave")),
    )
    op.create_index(op.f("ix_duty_leave_ends_at"), "duty_leave", ["ends_at"], unique=False)
    op.create_index(op.f("ix_duty_leave_person_id"), "duty_leave", ["person_id"], unique=False)


def _rotation_fixed() -> None:
    op.create_table(
        "rotation_fixed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("slot", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_rotation_fixed_person_id")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_rotation_fixed_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rotation_fixed")),
    )


def _rotation_member() -> None:
    op.create_table(
        "rotation_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_rotation_member_person_id")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_rotation_member_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rotation_member")),
    )
    op.create_index(op.f("ix_rotation_member_post_id"), "rotation_member", ["post_id"], unique=False)


def _rotation_pair() -> None:
    op.create_table(
        "rotation_pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("person_a", sa.Integer(), nullable=False),
        sa.Column("person_b", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_a"], ["person.id"], name=op.f("fk_rotation_pair_person_a")),
        sa.ForeignKeyConstraint(["person_b"], ["person.id"], name=op.f("fk_rotation_pair_person_b")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rotation_pair")),
    )


def _sign_in() -> None:
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("shift_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=20), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_person_id")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_sign_in_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("shift_date", "slot", "person_id", name=op.f("uq_sign_in_shift_date_slot_person_id")),
    )


def _duty_change() -> None:
    op.create_table(
        "duty_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("shift_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=20), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("other_person_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("other_shift_date", sa.Date(), nullable=True),
        sa.Column("other_slot", sa.String(length=20), nullable=False),
        sa.Column("other_post_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("proposed_by", sa.String(length=64), nullable=False),
        sa.Column("proposed_at", UtcDateTime(), nullable=False),
        sa.Column("told_leader_id", sa.Integer(), nullable=True),
        sa.Column("cover_id", sa.Integer(), nullable=True),
        sa.Column("cautions", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cover_id"], ["duty_cover.id"], name=op.f("fk_duty_change_cover_id")),
        sa.ForeignKeyConstraint(["other_person_id"], ["person.id"], name=op.f("fk_duty_change_other_person_id")),
        sa.ForeignKeyConstraint(["other_post_id"], ["post.id"], name=op.f("fk_duty_change_other_post_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duty_change_person_id")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_duty_change_post_id")),
        sa.ForeignKeyConstraint(["told_leader_id"], ["person.id"], name=op.f("fk_duty_change_told_leader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_change")),
    )
    op.create_index(op.f("ix_duty_change_other_shift_date"), "duty_change", ["other_shift_date"], unique=False)
    op.create_index("ix_duty_change_shift", "duty_change", ["shift_date", "slot"], unique=False)


def _duty_leave_approval() -> None:
    op.create_table(
        "duty_leave_approval",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("leave_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["leader_id"], ["person.id"], name=op.f("fk_duty_leave_approval_leader_id")),
        sa.ForeignKeyConstraint(["leave_id"], ["duty_leave.id"], name=op.f("fk_duty_leave_approval_leave_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_leave_approval")),
        sa.UniqueConstraint("leave_id", name=op.f("uq_duty_leave_approval_leave_id")),
    )


def _off_post() -> None:
    op.create_table(
        "off_post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("shift_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=20), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=True),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("cover_person_id", sa.Integer(), nullable=True),
        sa.Column("cover_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["cover_id"], ["duty_cover.id"], name=op.f("fk_off_post_cover_id")),
        sa.ForeignKeyConstraint(["cover_person_id"], ["person.id"], name=op.f("fk_off_post_cover_person_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_off_post_person_id")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_off_post_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_off_post")),
    )
    op.create_index("ix_off_post_shift", "off_post", ["shift_date", "slot"], unique=False)


def _sign_in_correction() -> None:
    op.create_table(
        "sign_in_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sign_in_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["sign_in_id"], ["sign_in.id"], name=op.f("fk_sign_in_correction_sign_in_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_correction")),
    )
    op.create_index(op.f("ix_sign_in_correction_sign_in_id"), "sign_in_correction", ["sign_in_id"], unique=False)


def _duty_change_consent() -> None:
    op.create_table(
        "duty_change_consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("how", sa.String(length=32), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duty_change_consent_person_id")),
        sa.ForeignKeyConstraint(["proposal_id"], ["duty_change.id"], name=op.f("fk_duty_change_consent_proposal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_change_consent")),
        sa.UniqueConstraint("proposal_id", "person_id", name=op.f("uq_duty_change_consent_proposal_id_person_id")),
    )


def _duty_change_decision() -> None:
    op.create_table(
        "duty_change_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("remark", sa.String(length=200), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.Column("cover_id", sa.Integer(), nullable=True),
        sa.Column("lapse", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["cover_id"], ["duty_cover.id"], name=op.f("fk_duty_change_decision_cover_id")),
        sa.ForeignKeyConstraint(["leader_id"], ["person.id"], name=op.f("fk_duty_change_decision_leader_id")),
        sa.ForeignKeyConstraint(["proposal_id"], ["duty_change.id"], name=op.f("fk_duty_change_decision_proposal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_change_decision")),
        sa.UniqueConstraint("proposal_id", name=op.f("uq_duty_change_decision_proposal_id")),
    )


def _off_post_back() -> None:
    op.create_table(
        "off_post_back",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("off_post_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["off_post_id"], ["off_post.id"], name=op.f("fk_off_post_back_off_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_off_post_back")),
        sa.UniqueConstraint("off_post_id", name=op.f("uq_off_post_back_off_post_id")),
    )


def _off_post_correction() -> None:
    op.create_table(
        "off_post_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("off_post_id", sa.Integer(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("back_at", UtcDateTime(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_by", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["off_post_id"], ["off_post.id"], name=op.f("fk_off_post_correction_off_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_off_post_correction")),
    )
    op.create_index(op.f("ix_off_post_correction_off_post_id"), "off_post_correction", ["off_post_id"], unique=False)
