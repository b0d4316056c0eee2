"""What people write when a room looks back: it fits any question that was asked."""

from fishbowl.domain.session.commands import DebriefStage, TakeawayKind

ANSWERS: dict[DebriefStage, tuple[str, ...]] = {
    "what": (
        "The best points came from people who had not planned to speak.",
        "Nobody interrupted. I noticed it only afterwards.",
        "We said 'we' for a long time and meant different people.",
        "It got quiet after the second example.",
        "Those who decide listened, and those who never decide talked.",
        "Three of us told the same story from three places.",
    ),
    "so_what": (
        "What one person carries alone stops when that person stops.",
        "We know enough. What is missing is somebody who begins.",
        "It is cheaper to ask early than to repair late.",
        "If newcomers say it too, it is not about the old days.",
        "We have been solving the part that is easy to count.",
        "Listening to the end changes what one wanted to say.",
    ),
    "now_what": (
        "Ask one person who was not in this room, this week.",
        "Stop one thing before we start another.",
        "Put a date on it and look at it together.",
        "Try it in the smallest place first, and write down what happens.",
        "Two names for every task, from today on.",
        "Bring the undecided part to the next meeting, not the decided one.",
    ),
}
"""For each stage of the debrief."""

TAKEAWAYS: dict[TakeawayKind, tuple[str, ...]] = {
    "take": (
        "Two people hold every key.",
        "Saying no is maintenance.",
        "Ask who is tired. Out loud, every quarter.",
        "Small on purpose is a strategy, not a failure.",
        "Newcomers need one person, not a document.",
        "Thank people when they stop, not only when they start.",
        "Silence is an answer too.",
        "The question was better than my opinion about it.",
        "Pay for the boring work first.",
        "I heard the other side from somebody I like.",
    ),
    "offer": (
        "An hour a month for whoever begins with this.",
        "Our checklist, with the mistakes left in.",
        "A quiet room on Thursdays.",
        "I proof-read what you are afraid to send.",
    ),
    "need": (
        "A way to stop without guilt.",
        "Somebody who has done it before.",
        "An example from a small place.",
        "A second pair of eyes.",
    ),
    "will": (
        "I write the leaving guide before the joining guide.",
        "I call the three people who left.",
        "I ask before I decide, once, and see what happens.",
        "I put it on the agenda of the next meeting.",
        "I bring somebody new next time.",
    ),
}
"""What people take home, offer, need, and promise."""

ORIGINS: tuple[str, ...] = (
    "the room next door",
    "the keynote",
    "a walk at lunch",
    "the poster session",
    "another conference, in May",
)
"""Where somebody was who brings something back."""

BROUGHT: tuple[str, ...] = (
    "They begin every meeting with what was not done, and nobody is blamed.",
    "One chair stays empty for whoever is missing.",
    "The youngest speaks first. It changes what the others say.",
    "They write the minutes before the meeting, and correct them in it.",
    "Every second idea is given away to another team.",
    "A bell that anybody may ring when it gets too fast.",
)
"""What they bring back."""
