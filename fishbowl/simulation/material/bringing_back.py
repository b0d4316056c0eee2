"""What people bring back from elsewhere, by where they were: for a round after a conference."""

BROUGHT: dict[str, tuple[str, ...]] = {
    "SustainConf": (
        "They end every talk with one question to take home.",
        "A maintainer went on leave for three months, and the project wrote a plan first.",
        "Newcomers were paired with somebody for the whole day.",
        "They pay for reviews, not for features.",
    ),
    "The Stewardship Day": (
        "Half of the programme was left empty, and it filled itself.",
        "A rota of two people for everything that has a key.",
        "They showed their budget on one page, with what went wrong.",
    ),
    "A visit to the makers in Porto": (
        "Everybody repairs something in their first week.",
        "They stopped planning by the quarter and nobody missed it.",
        "Tools hang where they were used last, and it works.",
    ),
}
"""The first place is where most people were."""
