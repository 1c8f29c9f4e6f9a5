"""Schemes about what causes what, and about what the evidence shows."""

from __future__ import annotations

from argmap.schemes.scheme import BOOK, CONCLUSION, PRESUMPTIVE, Question, Role, Scheme

CAUSE_TO_EFFECT = Scheme(
    "argument-from-cause-to-effect",
    "What brings it about is there, so it will come.",
    (
        Role("generalization", "In general, when A occurs, B occurs."),
        Role("cause", "In this case A occurs, or will."),
    ),
    "In this case B will occur.",
    (
        Question("generalization", "Does the cause bring about such an effect, and how regularly?", "generalization"),
        Question("cause", "Does the cause really occur here?", "cause"),
        Question("evidence", "Is the rule supported well enough for how strongly it is put?", "generalization"),
        Question("interference", "Is something at work that would keep the effect from coming?"),
    ),
    (BOOK, PRESUMPTIVE),
    ("causal-argument",),
)

CORRELATION_TO_CAUSE = Scheme(
    "argument-from-correlation-to-cause",
    "The two go together, so the one causes the other.",
    (Role("correlation", "A and B occur together, or one after the other."),),
    "A causes B.",
    (
        Question("correlation", "Do the two really go together?", "correlation"),
        Question("coincidence", "Is it more than a coincidence: did it happen often enough?"),
        Question("third-factor", "Is there something else that causes both, or the second of them?"),
        Question("direction", "Could it be the other way round?"),
        Question("mechanism", "How does the one bring about the other, step by step?"),
        Question("range", "Does it hold beyond the cases that were looked at?"),
    ),
    (BOOK, PRESUMPTIVE),
    ("post-hoc-argument", "argument-from-correlation"),
)

SIGN = Scheme(
    "argument-from-sign",
    "There is a sign of it.",
    (
        Role("sign", "A is found in this case."),
        Role("indication", "Where A is found, B is generally so."),
    ),
    "B is so in this case.",
    (
        Question("sign", "Is the sign really found here?", "sign"),
        Question("correlation", "How regularly does the sign go with what it is a sign of?", "indication"),
        Question("other-explanations", "Is there something else of which it could as well be a sign?"),
        Question("other-signs", "Are there signs of the contrary?", CONCLUSION),
    ),
    (BOOK, PRESUMPTIVE, "Hastings, A Reformulation of the Modes of Reasoning in Argumentation (dissertation, 1963)"),
)

ABDUCTIVE = Scheme(
    "abductive-argument",
    "It is the best explanation of what is found.",
    (
        Role("findings", "Something was found that needs an explanation."),
        Role("explanation", "That H is so explains it."),
        Role("comparison", "No other explanation that is at hand explains it as well."),
    ),
    "H may be taken to be so.",
    (
        Question("findings", "Are the findings as they are told?", "findings"),
        Question("quality", "How good is the explanation in itself, apart from the others?", "explanation"),
        Question("alternatives", "Is there another explanation that is as good or better?", "comparison"),
        Question("search", "Were other explanations looked for, and long enough?"),
        Question("waiting", "Would it be better to inquire further before anything is concluded?"),
        Question("contrary-evidence", "Is there evidence against the explanation?", CONCLUSION),
    ),
    (BOOK, "Walton, Abductive Reasoning (University of Alabama Press, 2004)"),
    ("argument-from-best-explanation", "inference-to-the-best-explanation", "argument-from-abduction", "abduction"),
)

EVIDENCE_TO_HYPOTHESIS = Scheme(
    "argument-from-evidence-to-hypothesis",
    "If it were so, this would be observed, and it is.",
    (
        Role("prediction", "If H is so, then B will be observed."),
        Role("observation", "B is observed."),
    ),
    "H is so.",
    (
        Question("prediction", "Would this really be observed if the hypothesis were true?", "prediction"),
        Question("observation", "Was it really observed?", "observation"),
        Question("other-causes", "Could it be observed for another reason?"),
        Question("failures", "Does the hypothesis also lead one to expect what is not observed?", CONCLUSION),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-verification", "argument-from-evidence"),
)

FALSIFICATION = Scheme(
    "argument-from-falsification-of-hypothesis",
    "If it were so, this would be observed, and it is not.",
    (
        Role("prediction", "If H is so, then B will be observed."),
        Role("observation", "B is not observed."),
    ),
    "H is not so.",
    (
        Question("prediction", "Would this really be observed if the hypothesis were true?", "prediction"),
        Question("observation", "Was it looked for so that it would have been seen?", "observation"),
        Question("auxiliaries", "Could something else that was taken for granted be wrong, and not the hypothesis?"),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-falsification",),
)

IGNORANCE = Scheme(
    "argument-from-ignorance",
    "Nothing shows it, though it would have come to light.",
    (
        Role("search", "It was looked for whether A is so, and nothing showed it."),
        Role("completeness", "If A were so, that would be known."),
    ),
    "A is not so.",
    (
        Question("search", "How far was it looked for, and by whom?", "search"),
        Question("completeness", "Would it be known by now if it were so?", "completeness"),
        Question("burden-of-proof", "Who has to show it: those who say so, or those who deny it?"),
        Question("positive-evidence", "Is there evidence for it after all?", CONCLUSION),
    ),
    (BOOK, "Walton, Arguments from Ignorance (Pennsylvania State University Press, 1996)"),
    ("argument-from-lack-of-evidence", "argument-from-silence", "argumentum-ad-ignorantiam"),
)

CAUSES = (CAUSE_TO_EFFECT, CORRELATION_TO_CAUSE, SIGN, ABDUCTIVE, EVIDENCE_TO_HYPOTHESIS, FALSIFICATION, IGNORANCE)
