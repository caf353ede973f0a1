"""Where searched words stand in a text. Pure."""

from __future__ import annotations


def runs(text: str, words: str, ahead: int = 0) -> list[tuple[str, bool]]:
    """Cut `text` into parts, each with whether it matches one of the `words` (parted by spaces, any case).

    With `ahead`, a text whose first match lies further in begins with "…" about so many characters before it, so
    that the match is seen on one line.
    """
    wanted = sorted((word for word in words.casefold().split() if word), key=len, reverse=True)
    folded = text.casefold()
    if not wanted or len(folded) != len(text):  # some letters fold to two: marking them would mark the wrong place
        return [(text, False)] if text else []
    marked = _marked(folded, wanted)
    first = marked.find("1")
    start = first - ahead if ahead and first > ahead + 8 else 0
    parts: list[tuple[str, bool]] = [("…", False)] if start else []
    place = start
    while place < len(text):
        kind = marked[place]
        end = place
        while end < len(text) and marked[end] == kind:
            end += 1
        parts.append((text[place:end], kind == "1"))
        place = end
    return parts


def _marked(folded: str, wanted: list[str]) -> str:
    """A "1" under every letter that belongs to a match."""
    marks = ["0"] * len(folded)
    for word in wanted:
        place = folded.find(word)
        while place >= 0:
            marks[place : place + len(word)] = "1" * len(word)
            place = folded.find(word, place + 1)
    return "".join(marks)
