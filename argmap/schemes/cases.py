"""Schemes that go from one case to another, from cases to a rule, or between a whole and its parts."""

from __future__ import annotations

from argmap.schemes.scheme import BOOK, CONCLUSION, PRESUMPTIVE, Question, Role, Scheme

_SIMILARITY = "Walton, “Similarity, precedent and argument from analogy”, Artificial Intelligence and Law 18 (2010)"

ANALOGY = Scheme(
    "argument-from-analogy",
    "It is so in a similar case.",
    (
        Role("similarity", "The one case is similar to the other."),
        Role("base", "A is so in the one case."),
    ),
    "A is so in the other case.",
    (
        Question("base", "Is it really so in the case that is pointed to?", "base"),
        Question("similarity", "Are the cases alike in what matters for the conclusion?", "similarity"),
        Question("difference", "Is there a difference between them that makes the conclusion doubtful?"),
        Question("other-cases", "Is there another case, just as similar, in which it is not so?", CONCLUSION),
    ),
    (BOOK, _SIMILARITY),
)

EXAMPLE = Scheme(
    "argument-from-example",
    "It was so in a case that stands for others.",
    (Role("example", "In this case, something of the kind F was also G."),),
    "What is F is generally G.",
    (
        Question("fact", "Was the example really as it is told?", "example"),
        Question("relevance", "Does the example show what it is to show?"),
        Question("typicality", "Is it typical of the kind, or picked?"),
        Question("special-circumstances", "Did special circumstances make it so in this one case?"),
        Question("counterexamples", "Are there cases in which it was not so, and how many?", CONCLUSION),
        Question("strength", "How general is the conclusion, and do so few cases carry it?"),
    ),
    (BOOK, PRESUMPTIVE, "Hastings, A Reformulation of the Modes of Reasoning in Argumentation (dissertation, 1963)"),
    ("argument-by-example",),
)

PRECEDENT = Scheme(
    "argument-from-precedent",
    "It was decided, or it went, like that before.",
    (
        Role("precedent", "In an earlier case it was decided, or it turned out, in a certain way."),
        Role("similarity", "The earlier case and this one are of the same kind."),
    ),
    "This case is to be decided, or will turn out, in the same way.",
    (
        Question("precedent", "Was it really decided, or did it go, like that?", "precedent"),
        Question("similarity", "Are the two cases of the same kind in what mattered then?", "similarity"),
        Question("difference", "Is there a difference that takes this case out of the precedent?"),
        Question("other-precedents", "Are there precedents that point the other way?", CONCLUSION),
        Question("authority", "Is the precedent a good one, and does it still bind anybody?"),
    ),
    (BOOK, _SIMILARITY),
)

COMPOSITION = Scheme(
    "argument-from-composition",
    "All the parts are so, hence the whole.",
    (Role("parts", "Every part of X is so."),),
    "X as a whole is so.",
    (
        Question("parts", "Is every part so, or every part that matters?", "parts"),
        Question("transfer", "Is this a quality that goes over from parts to their whole?"),
    ),
    (BOOK,),
    ("argument-from-part-to-whole",),
)

DIVISION = Scheme(
    "argument-from-division",
    "The whole is so, hence a part of it.",
    (Role("whole", "X as a whole is so."),),
    "This part of X is so.",
    (
        Question("whole", "Is the whole really so?", "whole"),
        Question("transfer", "Is this a quality that goes over from a whole to its parts?"),
    ),
    (BOOK,),
    ("argument-from-whole-to-part",),
)

CASES = (ANALOGY, EXAMPLE, PRECEDENT, COMPOSITION, DIVISION)
