"""The page of a scheme in Markdown, for the reference and for the terminal."""

from __future__ import annotations

from argmap.schemes.scheme import CONCLUSION, STEP, Question, Scheme


def page(scheme: Scheme) -> str:
    """All that there is to say of a scheme, but for its name."""
    parts = [
        f"{scheme.gist}\n",
        "Premises, by `role`:\n",
        *[f"- `{r.name}`: {r.says}" for r in scheme.roles],
        f"\nConclusion: {scheme.conclusion}\n",
        "Critical questions, by the names for `answers`:\n",
        *[f"- `{q.name}` ({place(q)}): {q.asks}" for q in scheme.questions],
        f"\nLiterature: {'; '.join(scheme.literature)}.",
    ]
    if scheme.also:
        parts.append(f"\nAlso called: {', '.join(scheme.also)}.")
    return "\n".join(parts)


def place(question: Question) -> str:
    """Where in a map an unfavourable answer stands."""
    if question.against == STEP:
        return "`unless` at the step"
    where = "the conclusion" if question.against == CONCLUSION else f"the premise `{question.against}`"
    return f"`but` at {where}"
