"""Schemes that rest on what people say, think or do."""

from __future__ import annotations

from argmap.schemes.scheme import BOOK, CONCLUSION, PRESUMPTIVE, Question, Role, Scheme

POSITION_TO_KNOW = Scheme(
    "argument-from-position-to-know",
    "Somebody who is placed so as to know says that it is so.",
    (
        Role("position", "The speaker is in a position to know about matters of this kind."),
        Role("assertion", "The speaker says that A is so."),
    ),
    "A is so.",
    (
        Question("knowledge", "Could the speaker really know?", "position"),
        Question("honesty", "Is the speaker honest, or is there a reason to tell something else?"),
        Question("words", "Did the speaker say just that, or something near it?", "assertion"),
    ),
    (BOOK, PRESUMPTIVE),
)

EXPERT_OPINION = Scheme(
    "argument-from-expert-opinion",
    "An expert in the field says that it is so.",
    (
        Role("expertise", "The source is an expert in a field."),
        Role("field", "The field is the one that A belongs to."),
        Role("opinion", "The source holds that A is so."),
    ),
    "A may be taken to be so.",
    (
        Question("expertise", "How much does the source know as an expert?", "expertise"),
        Question("field", "Is this the field that the matter belongs to?", "field"),
        Question("opinion", "What exactly did the source say, and does the conclusion follow from that?", "opinion"),
        Question("trustworthiness", "Is the source careful and honest, with no stake in the matter?"),
        Question("consistency", "Do other experts say otherwise?", CONCLUSION),
        Question("evidence", "Does the source rest its word on evidence?"),
    ),
    (BOOK, "Walton, Appeal to Expert Opinion (Pennsylvania State University Press, 1997)"),
    ("argument-from-authority", "appeal-to-expert-opinion", "appeal-to-authority"),
)

WITNESS_TESTIMONY = Scheme(
    "argument-from-witness-testimony",
    "Somebody who was there tells what happened.",
    (
        Role("position", "The witness was in a position to perceive what happened."),
        Role("truthfulness", "The witness says what he or she believes to be true."),
        Role("testimony", "The witness says that A happened."),
    ),
    "A happened.",
    (
        Question("perception", "Could the witness see or hear it, and remember it, well enough?", "position"),
        Question("coherence", "Do all parts of the testimony fit together?"),
        Question("facts", "Does it fit what is known from other evidence?", CONCLUSION),
        Question("other-witnesses", "Do other witnesses tell it otherwise?", CONCLUSION),
        Question("bias", "Does the witness take sides, or gain by the story?", "truthfulness"),
        Question("plausibility", "How likely is it in itself that such a thing happened?", CONCLUSION),
    ),
    (BOOK, "Walton, Witness Testimony Evidence (Cambridge University Press, 2008)"),
    ("argument-from-testimony",),
)

POPULAR_OPINION = Scheme(
    "argument-from-popular-opinion",
    "Nearly everybody takes it to be so.",
    (
        Role("acceptance", "A is generally accepted."),
        Role("presumption", "What is generally accepted as true may be presumed to be true."),
    ),
    "There is a reason to take A to be so.",
    (
        Question("acceptance", "What shows that it is generally accepted, and by whom?", "acceptance"),
        Question("grounds", "Have those who accept it any good reason to?"),
        Question("doubt", "Is there a reason to doubt it even so?", CONCLUSION),
    ),
    (BOOK, "Walton, Appeal to Popular Opinion (Pennsylvania State University Press, 1999)"),
    ("argumentum-ad-populum", "appeal-to-popular-opinion", "argument-from-popularity"),
)

POPULAR_PRACTICE = Scheme(
    "argument-from-popular-practice",
    "Nearly everybody does it.",
    (
        Role("practice", "A is what is generally done."),
        Role("presumption", "What is generally done may be presumed to be acceptable or wise."),
    ),
    "It is acceptable, or wise, to do A here.",
    (
        Question("practice", "What shows that it is generally done, and by whom?", "practice"),
        Question("grounds", "Is there a good reason why so many do it?"),
        Question("difference", "Is this case different from those in which it is done?"),
        Question("harm", "Is there a reason not to do it, however many do?", CONCLUSION),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-common-practice",),
)

SOURCES = (POSITION_TO_KNOW, EXPERT_OPINION, WITNESS_TESTIMONY, POPULAR_OPINION, POPULAR_PRACTICE)
