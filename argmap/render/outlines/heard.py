"""The speakers of an outline: who those are of whom something is told, and where each is heard."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.languages import Language
from argmap.model import ArgumentMap, Speaker
from argmap.render.outlines.cited import put
from argmap.render.outlines.document import Role, Run, Runs, SpeakerLine, joined
from argmap.render.wording import flat, stopped


def speaker_lines(m: ArgumentMap, numbers: Mapping[str, str], language: Language) -> tuple[SpeakerLine, ...]:
    """The speakers in their order, each with the statements that they assert."""
    said: dict[str, list[str]] = {speaker.name: [] for speaker in m.speakers}
    for s in m.reading_order():
        if (speaker := m.speaker(s.by)) and s.id in numbers:
            said[speaker.name].append(s.id)
    return tuple(SpeakerLine(s, _line(s, said[s.name], numbers, language)) for s in m.speakers)


def _line(speaker: Speaker, said: list[str], numbers: Mapping[str, str], language: Language) -> Runs:
    known = language.reliabilities.get(speaker.reliability or "")
    rated = language.reliability.format(speaker.reliability, known) if known else None
    parts = (
        (speaker.description and stopped(flat(speaker.description)), Role.TEXT),
        (rated, Role.PLAIN),
        (speaker.note and stopped(flat(speaker.note)), Role.TEXT),
        (speaker.url and flat(speaker.url), Role.TEXT),
    )
    heard = joined(*[(Run(numbers[id], Role.REFERENCE, id),) for id in said], by=", ")
    known_of = [(Run(part, role),) for part, role in parts if part]
    told = joined(*known_of, put(language.heard, heard) if heard else ())
    name = Run(flat(speaker.name), Role.LABEL)
    return (name, Run(": "), *told) if told else (name, Run("."))
