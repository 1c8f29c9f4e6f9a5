"""Schemes about what to do: by its end, its consequences, its worth."""

from __future__ import annotations

from argmap.schemes.scheme import BOOK, CONCLUSION, PRESUMPTIVE, Question, Role, Scheme

PRACTICAL_REASONING = Scheme(
    "practical-reasoning",
    "It is the way to what one wants.",
    (
        Role("goal", "The agent has the goal G."),
        Role("means", "To do A is a way to bring about G."),
    ),
    "The agent should do A.",
    (
        Question("goal", "Is this really the goal, and is it worth having?", "goal"),
        Question("other-goals", "Does it stand in the way of other goals?", CONCLUSION),
        Question("alternatives", "Are there other ways to the goal, and is this the best of them?"),
        Question("means", "Would it really bring about the goal?", "means"),
        Question("feasibility", "Can it be done by whoever is to do it?"),
        Question("side-effects", "What else would it bring about, and is that too bad to accept?", CONCLUSION),
    ),
    (BOOK, "Walton, Practical Reasoning (Rowman & Littlefield, 1990)"),
    ("argument-from-practical-reasoning", "argument-from-goal", "practical-inference", "means-end-argument"),
)

POSITIVE_CONSEQUENCES = Scheme(
    "argument-from-positive-consequences",
    "Good would come of it.",
    (
        Role("consequence", "If A is done, these consequences will come about."),
        Role("value", "These consequences are good."),
    ),
    "A should be done.",
    (
        Question("likelihood", "How likely is it that they would come about?", "consequence"),
        Question("evidence", "What shows that they would?", "consequence"),
        Question("value", "Are they good, and for whom?", "value"),
        Question("other-consequences", "Are there bad consequences that weigh as much?", CONCLUSION),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-consequences",),
)

NEGATIVE_CONSEQUENCES = Scheme(
    "argument-from-negative-consequences",
    "Harm would come of it.",
    (
        Role("consequence", "If A is done, these consequences will come about."),
        Role("value", "These consequences are bad."),
    ),
    "A should not be done.",
    (
        Question("likelihood", "How likely is it that they would come about?", "consequence"),
        Question("evidence", "What shows that they would?", "consequence"),
        Question("value", "Are they bad, how bad, and for whom?", "value"),
        Question("other-consequences", "Are there good consequences that weigh as much?", CONCLUSION),
        Question("prevention", "Could it be done in such a way that they do not come about?"),
    ),
    (BOOK, PRESUMPTIVE),
    ("argument-from-bad-consequences",),
)

VALUES = Scheme(
    "argument-from-values",
    "It serves what one holds dear.",
    (
        Role("value", "V is a value that the agent holds."),
        Role("promotion", "To do A promotes V, or not to do it harms V."),
    ),
    "The agent should do A.",
    (
        Question("value", "Is it a value at all, and one that the agent holds?", "value"),
        Question("promotion", "Would the value really be promoted, and how far?", "promotion"),
        Question("conflict", "Is another value harmed that weighs as much?", CONCLUSION),
        Question("alternatives", "Is there a way that promotes the value more, or at less cost?"),
    ),
    (BOOK, "Bench-Capon, “Persuasion in practical argument”, Journal of Logic and Computation 13 (2003)"),
    ("argument-from-positive-value", "argument-from-negative-value", "value-based-practical-reasoning"),
)

WASTE = Scheme(
    "argument-from-waste",
    "To stop now would waste all that was done.",
    (
        Role("effort", "Much has been put into bringing about A."),
        Role("loss", "If it is given up now, all that is lost."),
    ),
    "The attempt at A should go on.",
    (
        Question("success", "Can the aim still be reached, and how likely is that?"),
        Question("loss", "Would all really be lost, or is something gained whatever happens?", "loss"),
        Question("further-cost", "What does it cost to go on, and is the aim worth that?", CONCLUSION),
        Question("worth", "Was it worth trying in the first place?"),
    ),
    (BOOK, "Walton, “The sunk costs fallacy or argument from waste”, Argumentation 16 (2002)"),
)

SUNK_COSTS = Scheme(
    "argument-from-sunk-costs",
    "One has bound oneself to it and paid for it, so one should go on.",
    (
        Role("commitment", "The agent has set out to do A and has paid part of the price."),
        Role("choice", "The agent now has to choose whether to go on with A."),
    ),
    "The agent should go on with A.",
    (
        Question("release", "Can the agent still withdraw, and at what price?"),
        Question("prospects", "If only what is still to come counts, does going on pay?", CONCLUSION),
        Question("circumstances", "Has something changed since the agent set out?"),
    ),
    (BOOK, "Walton, “The sunk costs fallacy or argument from waste”, Argumentation 16 (2002)"),
    ("sunk-costs-argument",),
)

NEED_FOR_HELP = Scheme(
    "argument-from-need-for-help",
    "Somebody needs help, and one can give it.",
    (
        Role("need", "Somebody is in need of help."),
        Role("means", "The agent can help by doing A."),
        Role("cost", "To do A would not cost the agent too much."),
    ),
    "The agent should do A.",
    (
        Question("need", "Is the need real, and how great is it?", "need"),
        Question("means", "Would it help?", "means"),
        Question("ability", "Can it be done by whoever is to do it?", "means"),
        Question("cost", "Would it cost the agent, or others, too much?", "cost"),
        Question("responsibility", "Is it for the agent to help, or for somebody else first?"),
    ),
    (BOOK, "Walton, Appeal to Pity (State University of New York Press, 1997)"),
)

DISTRESS = Scheme(
    "argument-from-distress",
    "Somebody suffers, and it could be relieved.",
    (
        Role("distress", "Somebody is in distress."),
        Role("relief", "To do A would relieve it."),
    ),
    "A should be done.",
    (
        Question("distress", "Is the distress real?", "distress"),
        Question("relief", "Would it be relieved by that?", "relief"),
        Question("relevance", "Is distress what the matter at hand turns on?"),
        Question("side-effects", "What else would come of it, and would that be too bad?", CONCLUSION),
    ),
    (BOOK, "Walton, Appeal to Pity (State University of New York Press, 1997)"),
    ("appeal-to-pity",),
)

DANGER_APPEAL = Scheme(
    "argument-from-danger-appeal",
    "It is dangerous, so it is to be avoided.",
    (
        Role("danger", "If A is done, B will come about."),
        Role("harm", "B is a danger to whoever does A."),
    ),
    "A should not be done.",
    (
        Question("likelihood", "How likely is it that the danger becomes real?", "danger"),
        Question("harm", "How bad would it be?", "harm"),
        Question("prevention", "Can it be done and the danger be averted?"),
        Question("gain", "Is the gain worth the danger?", CONCLUSION),
    ),
    (BOOK, "Walton, Scare Tactics (Kluwer, 2000)"),
    ("appeal-to-danger",),
)

FEAR_APPEAL = Scheme(
    "argument-from-fear-appeal",
    "Something dreadful will happen unless it is done.",
    (
        Role("fear", "If A is not done, something fearful will happen."),
        Role("protection", "To do A would keep it away."),
    ),
    "A should be done.",
    (
        Question("fear", "Is it as fearful, and as likely, as it is painted?", "fear"),
        Question("protection", "Would this really keep it away?", "protection"),
        Question("alternatives", "Is there another way to keep it away?"),
        Question("relevance", "Does the fear bear on the matter, or take the place of reasons?"),
    ),
    (BOOK, "Walton, Scare Tactics (Kluwer, 2000)"),
    ("appeal-to-fear", "argumentum-ad-metum"),
)

THREAT = Scheme(
    "argument-from-threat",
    "Somebody will see to it that one suffers for it.",
    (
        Role("threat", "If A is done, the speaker will see to it that B happens."),
        Role("harm", "B would be bad for whoever does A."),
        Role("power", "The speaker can bring about B, and means to."),
    ),
    "A had better not be done.",
    (
        Question("harm", "How bad would it be?", "harm"),
        Question("power", "Can the speaker make the threat true?", "power"),
        Question("resolve", "Would the speaker really do it?", "power"),
        Question("relevance", "Is this a matter to be settled by threats, or by reasons?"),
    ),
    (BOOK, "Walton, Scare Tactics (Kluwer, 2000)"),
    ("argumentum-ad-baculum", "appeal-to-force"),
)

SLIPPERY_SLOPE = Scheme(
    "slippery-slope-argument",
    "The first step leads on, step by step, to something terrible.",
    (
        Role("first-step", "A is put forward as something that may be done."),
        Role("sequence", "To do A would lead to B, that to C, and so on to the last."),
        Role("outcome", "The last would be terrible."),
    ),
    "A should not be done.",
    (
        Question("first-step", "Is the first step really what is put forward?", "first-step"),
        Question("links", "Does each step lead to the next, and which are missing?", "sequence"),
        Question("weakest-link", "Which step is the most doubtful, and would the rest come without it?", "sequence"),
        Question("stopping-point", "Could one stop on the way, and what would hold?"),
        Question("outcome", "Would the last really be so terrible?", "outcome"),
    ),
    (BOOK, "Walton, Slippery Slope Arguments (Clarendon Press, 1992)"),
    ("argument-from-slippery-slope", "slippery-slope", "causal-slippery-slope-argument"),
)

ACTIONS = (
    *(PRACTICAL_REASONING, POSITIVE_CONSEQUENCES, NEGATIVE_CONSEQUENCES, VALUES, WASTE, SUNK_COSTS),
    *(NEED_FOR_HELP, DISTRESS, DANGER_APPEAL, FEAR_APPEAL, THREAT, SLIPPERY_SLOPE),
)
