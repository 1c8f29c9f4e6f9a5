"""Schemes about whoever argues: what they are committed to, and whether they are to be believed."""

from __future__ import annotations

from argmap.schemes.scheme import BOOK, PRESUMPTIVE, Question, Role, Scheme

_AD_HOMINEM = "Walton, Ad Hominem Arguments (University of Alabama Press, 1998)"

COMMITMENT = Scheme(
    "argument-from-commitment",
    "Who holds the one is bound to the other.",
    (
        Role("commitment", "The speaker is committed to A, by what he or she said or did."),
        Role("linkage", "Who is committed to A is also committed to B."),
    ),
    "The speaker is committed to B.",
    (
        Question("commitment", "What shows that the speaker is committed to the first?", "commitment"),
        Question("retraction", "Has the speaker taken it back since?"),
        Question("linkage", "Does the one commitment really bring the other?", "linkage"),
        Question("exception", "Is there something in this case that sets the speaker free?"),
    ),
    (BOOK, PRESUMPTIVE),
)

INCONSISTENT_COMMITMENT = Scheme(
    "argument-from-inconsistent-commitment",
    "The speaker holds what does not go together.",
    (
        Role("initial", "The speaker has shown commitment to A."),
        Role("opposed", "The speaker has also shown commitment to what A excludes."),
    ),
    "The speaker's commitments are inconsistent.",
    (
        Question("initial", "What shows that the speaker is committed to the first?", "initial"),
        Question("opposed", "What shows that the speaker is committed to the opposite?", "opposed"),
        Question("change", "Has the speaker openly changed position in between?"),
        Question("compatibility", "Can both be held together after all?"),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-inconsistency",),
)

ETHOTIC = Scheme(
    "ethotic-argument",
    "The character of the speaker speaks for what is said.",
    (
        Role("character", "The speaker is of good character."),
        Role("credibility", "What a person of good character says is the more credible for it."),
    ),
    "What the speaker says is the more credible.",
    (
        Question("character", "Is the speaker really of good character?", "character"),
        Question("relevance", "Does character bear on the matter at hand?"),
        Question("weight", "Is more made of it than character can carry, where evidence is called for?"),
    ),
    (BOOK, PRESUMPTIVE, "Brinton, “Ethotic argument”, History of Philosophy Quarterly 3 (1986)"),
    ("argument-from-ethos", "argument-from-character"),
)

GENERIC_AD_HOMINEM = Scheme(
    "generic-ad-hominem",
    "The speaker's character tells against what is said.",
    (Role("character", "The speaker is of bad character."),),
    "What the speaker argues should count for less.",
    (
        Question("character", "Is what is said of the speaker true, and well supported?", "character"),
        Question("relevance", "Does character bear on the matter at hand?"),
        Question("weight", "Is the argument to be thrown out altogether, or does it only count for less?"),
        Question("own-merits", "Does the argument stand on premises that do not hang on the speaker's word?"),
    ),
    (BOOK, _AD_HOMINEM),
    ("ad-hominem", "ad-hominem-argument", "argumentum-ad-hominem", "direct-ad-hominem", "argument-from-bad-character"),
)

CIRCUMSTANTIAL_AD_HOMINEM = Scheme(
    "circumstantial-ad-hominem",
    "The speaker does not do what he or she preaches.",
    (
        Role("argument", "The speaker argues for A."),
        Role("conduct", "The speaker's own deeds or circumstances show commitment to the opposite."),
    ),
    "What the speaker argues should count for less.",
    (
        Question("conduct", "What shows that the speaker is committed to the opposite?", "conduct"),
        Question("difference", "Is there a good reason why the speaker may act otherwise?"),
        Question("relevance", "Does the speaker's sincerity bear on whether it is so?"),
        Question("weight", "Is the conclusion to be thrown out, or only the speaker's word for it?"),
    ),
    (BOOK, _AD_HOMINEM),
    ("tu-quoque", "argument-from-hypocrisy", "pragmatic-inconsistency"),
)

BIAS = Scheme(
    "argument-from-bias",
    "The speaker takes sides.",
    (
        Role("bias", "The speaker is biased in this matter."),
        Role("one-sidedness", "Who is biased is likely not to have weighed both sides."),
    ),
    "What the speaker concludes should count for less.",
    (
        Question("bias", "What shows that the speaker is biased?", "bias"),
        Question("role", "Is the speaker one who may take sides, as an advocate may?"),
        Question("effect", "Did the bias change anything in the reasons given?"),
        Question("weight", "How much less should it count?"),
    ),
    (BOOK, _AD_HOMINEM, "Walton, One-Sided Arguments (State University of New York Press, 1999)"),
    ("bias-ad-hominem", "argument-from-vested-interest"),
)

PERSONS = (COMMITMENT, INCONSISTENT_COMMITMENT, ETHOTIC, GENERIC_AD_HOMINEM, CIRCUMSTANTIAL_AD_HOMINEM, BIAS)
