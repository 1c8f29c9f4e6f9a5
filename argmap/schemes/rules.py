"""Schemes that apply rules, words and alternatives to a case."""

from __future__ import annotations

from argmap.schemes.scheme import BOOK, CONCLUSION, PRESUMPTIVE, Question, Role, Scheme

ESTABLISHED_RULE = Scheme(
    "argument-from-established-rule",
    "A rule that is in force says so.",
    (
        Role("rule", "Whoever does something of this kind is bound by the rule to do A."),
        Role("case", "This is a case of that kind."),
    ),
    "A is to be done in this case.",
    (
        Question("rule", "Is there such a rule, and is it in force?", "rule"),
        Question("case", "Does the rule speak of cases like this one?", "case"),
        Question("other-rules", "Is there another rule that overrides it, or says otherwise?", CONCLUSION),
        Question("exception", "Does something excuse from the rule in this case?"),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-rules", "argument-from-rule"),
)

EXCEPTIONAL_CASE = Scheme(
    "argument-from-exceptional-case",
    "The rule does not count here, since this case is an exception.",
    (
        Role("rule", "The rule says that A is to be done in such cases."),
        Role("exception", "In this case there is something that excuses from it."),
    ),
    "A need not be done in this case.",
    (
        Question("recognition", "Is this a recognised exception?", "exception"),
        Question("facts", "Is the case really as the exception asks?", "exception"),
        Question("fairness", "If it is a new exception, would it have to be granted to too many others?"),
        Question("purpose", "Would the rule's purpose be lost if the exception were made?"),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-exception", "argument-for-an-exceptional-case"),
)

VERBAL_CLASSIFICATION = Scheme(
    "argument-from-verbal-classification",
    "It falls under a word, and what does is so.",
    (
        Role("classification", "This falls under the word F."),
        Role("property", "Whatever falls under the word F is G."),
    ),
    "This is G.",
    (
        Question("classification", "Does it clearly fall under the word, or may that be doubted?", "classification"),
        Question("definition", "Is the word meant in a usual sense, or stretched to fit?", "classification"),
        Question("property", "Is whatever falls under the word really so, or only some of it?", "property"),
        Question("equivocation", "Does the word mean the same in both premises?"),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-classification",),
)

VAGUENESS = Scheme(
    "argument-from-vagueness-of-verbal-classification",
    "The word is too vague for what is to be shown with it.",
    (
        Role("vagueness", "The argument uses the word F, which is vague."),
        Role("precision", "The matter calls for a more precise word."),
    ),
    "The argument is not to be accepted as it stands.",
    (
        Question("vagueness", "Is the word really vague, as it is used here?", "vagueness"),
        Question("precision", "Does anything in this matter hang on a more precise word?", "precision"),
        Question("remedy", "Can the word be made precise, so that the argument stands?"),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-vagueness",),
)

ALTERNATIVES = Scheme(
    "argument-from-alternatives",
    "It is one or the other, and not the other.",
    (
        Role("alternatives", "Either A or B is so."),
        Role("exclusion", "B is not so."),
    ),
    "A is so.",
    (
        Question("completeness", "Are these all the possibilities, or was one left out?", "alternatives"),
        Question("exclusion", "What shows that the other is not so?", "exclusion"),
    ),
    (BOOK,),
    ("disjunctive-argument", "argument-by-elimination"),
)

RULES = (ESTABLISHED_RULE, EXCEPTIONAL_CASE, VERBAL_CLASSIFICATION, VAGUENESS, ALTERNATIVES)
