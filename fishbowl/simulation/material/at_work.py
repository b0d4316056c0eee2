"""Questions about work."""

from fishbowl.simulation.material.types import Material, Thread

_TEACHING = Material(
    question="What should we stop teaching, so that there is time for what matters?",
    event="Schools Forum, Rotterdam",
    threads=(
        Thread(
            "What nobody would miss",
            points=("Cursive, and I say that as a calligrapher.", "We cut two units. Nobody rang."),
            replies=("Parents would miss it first.",),
            questions=("Has anybody asked the pupils?",),
        ),
        Thread(
            "Exams decide what we teach",
            points=("The exam board moved once we wrote together.", "I teach to it. I hate it."),
            replies=("Our board said no three times, and yes the fourth.",),
            questions=("Who here sits on a board and could tell us how?",),
        ),
        Thread(
            "Time to practise instead of time to cover",
            points=("One text a term, read properly.", "Depth first; speed came by itself."),
            replies=("That works with twenty, not with thirty-four.",),
            questions=("What do you drop in the first week?",),
        ),
        Thread(
            "Machines that write the homework",
            points=(
                "We moved all writing into the room.",
                "Let them use it and defend the result.",
            ),
            replies=("Defending it takes longer than marking did.",),
            questions=("What do you do for pupils without a machine at home?",),
        ),
        Thread(
            "Who decides, if we do",
            points=(
                "Three colleagues and a head who looked away.",
                "Give departments a veto each.",
            ),
            replies=("A veto each means nothing ever goes.",),
            questions=("Where does the law leave us room?",),
        ),
        Thread(
            "Letting go of a lesson you love",
            points=("I still give the volcano lesson. Once a year.", "Film it, then let it go."),
            replies=("Keep it for the last week, as a present.",),
            questions=("What did you put in its place?",),
        ),
    ),
)

_CLINIC = Material(
    question="How do we say no to work without letting patients down?",
    event="Community Nurses' Day",
    threads=(
        Thread(
            "What a good no sounds like",
            points=("No, and here is when I can.", "Say it in the first minute, not the tenth."),
            replies=("The second sentence matters more than the first.",),
            questions=("Do you say it on the phone or at the door?",),
        ),
        Thread(
            "The visit that is really for company",
            points=("Half my round is loneliness.", "The neighbour scheme took six of mine."),
            replies=("And still somebody must notice when it is more.",),
            questions=("How do you write that in the notes?",),
        ),
        Thread(
            "Covering for a colleague who is ill, again",
            points=("We keep one hour a day empty on purpose.", "I stopped swapping by text."),
            replies=("Our empty hour was gone by nine.",),
            questions=("Who guards that hour when the manager calls?",),
        ),
        Thread(
            "Paper that nobody reads",
            points=("We stopped one form and waited. Nothing.", "Two forms ask the same question."),
            replies=("Somebody reads it once a year, in court.",),
            questions=("Which one did you stop first?",),
        ),
        Thread(
            "Families who ask for everything",
            points=("Invite them for one whole visit.", "They ask less when they know the plan."),
            replies=("Some ask more, and they are right.",),
            questions=("What if the family does not agree among themselves?",),
        ),
        Thread(
            "Going home on time",
            points=("Our team leaves together, or not at all.", "I park facing the road."),
            replies=("That only works where there is a team.",),
            questions=("Who starts, the old or the new ones?",),
        ),
    ),
)

_REMOTE = Material(
    question="What do we owe each other when half the team is never in the room?",
    event="Unconference on Work, Lisbon",
    threads=(
        Thread(
            "What gets lost on a call",
            points=("Who is about to cry.", "The joke after the meeting, where work got done."),
            replies=("I hear more on the phone, without the faces.",),
            questions=("Does anybody meet without a camera on purpose?",),
        ),
        Thread(
            "Decisions at the coffee machine",
            points=("Write it down before the cup is empty.", "One remote, all remote. We did it."),
            replies=("We did too, and the office emptied out.",),
            questions=("Who writes it down, always the same person?",),
        ),
        Thread(
            "New people who have never met anybody",
            points=("Their first week is on a train.", "Give them one person, not a handbook."),
            replies=("And the one person gets time for it.",),
            questions=("How long before they say what they think?",),
        ),
        Thread(
            "Time zones are about power",
            points=("Whose evening is it? Draw lots.", "We rotate the pain by quarter."),
            replies=("Sydney never gets the good slot.",),
            questions=("Could the meeting be a text instead?",),
        ),
        Thread(
            "Trust without watching",
            points=(
                "Agree on what finished looks like.",
                "They count our keys. I type a lot of z.",
            ),
            replies=("Some people are freer when they are seen.",),
            questions=("What would your manager have to unlearn?",),
        ),
        Thread(
            "Being lonely on a good salary",
            points=("I talk to the heron on the roof.", "We pay for a desk near somebody's home."),
            replies=("Not everybody who is alone is lonely.",),
            questions=("Is that the employer's business at all?",),
        ),
    ),
)

_FARM = Material(
    question="What will we still grow here in twenty years?",
    event="Growers' Assembly, Thessaloniki",
    threads=(
        Thread(
            "Water, before anything else",
            points=("The well is four metres lower.", "We share one meter now, all nine farms."),
            replies=("Sharing works until July.",),
            questions=("Who measures, and who believes it?",),
        ),
        Thread(
            "Old varieties that can take the heat",
            points=("My grandmother's beans came back.", "Seed we swap costs nothing but talk."),
            replies=("They can take heat. They cannot take the market.",),
            questions=("Where do you get seed in that quantity?",),
        ),
        Thread(
            "Who takes over",
            points=("Neither of my two. I asked.", "Lease it to a stranger while you can teach."),
            replies=("A stranger came to us, and stayed.",),
            questions=("What does the bank say to that?",),
        ),
        Thread(
            "A price that a farm can live on",
            points=("We sell half by subscription.", "One buyer is not a market."),
            replies=("Subscriptions need a town nearby.",),
            questions=("Could we set one price together, legally?",),
        ),
        Thread(
            "Trees on good land",
            points=("Shade pays me in August.", "Ten years of patience, then walnuts."),
            replies=("Ten years is a long time on a lease.",),
            questions=("How wide must the rows be for your machines?",),
        ),
        Thread(
            "Telling a bad year from a new climate",
            points=("I keep my father's diaries. It is new.", "Three bad years are not bad luck."),
            replies=("His diaries have three bad years too.",),
            questions=("What would you need to see, to change the crop?",),
        ),
    ),
)

AT_WORK = (_TEACHING, _CLINIC, _REMOTE, _FARM)
