"""Questions about living and learning together."""

from fishbowl.simulation.material.types import Material, Thread

_CONFERENCE = Material(
    question="What makes people come back to a conference, and what makes them leave?",
    event="Association of Meeting Makers",
    threads=(
        Thread(
            "The moment I knew I would come back",
            points=("Somebody kept a chair for me at lunch.", "I was asked, not told."),
            replies=("For me it was the corridor, as always.",),
            questions=("Can that be planned, or only allowed?",),
        ),
        Thread(
            "First-timers who stand alone at the coffee",
            points=("Old hands wear a badge that says ask me.", "Pair people at the door."),
            replies=("A badge is easy to hide behind.",),
            questions=("What did somebody do for you, the first time?",),
        ),
        Thread(
            "Dropping the keynote",
            points=("We dropped it. Three people complained.", "The budget became travel grants."),
            replies=("Our sponsors came for the keynote.",),
            questions=("What do you print on the poster then?",),
        ),
        Thread(
            "Sessions that nobody leaves",
            points=("Fewer slides than people.", "The ones where I had to do something."),
            replies=("I leave when I have to do something.",),
            questions=("How many people can that still work with?",),
        ),
        Thread(
            "Who is not in the room, and why",
            points=("A ticket is two weeks' pay in Accra.", "Child care, every single year."),
            replies=("We had child care. Nobody had told the parents.",),
            questions=("Who would pay for it, honestly?",),
        ),
        Thread(
            "What is left three months later",
            points=("Two names in my phone.", "We call each other every first Friday."),
            replies=("Two names is more than I had hoped.",),
            questions=("Should the organisers do anything about it at all?",),
        ),
    ),
)

_LIBRARY = Material(
    question="Who is the library for when nobody needs it for books?",
    event="Open Libraries, Gdańsk",
    threads=(
        Thread(
            "The warmest free room in town",
            points=("They come for the heating. Good.", "Our radiator has regulars."),
            replies=("And the readers went home.",),
            questions=("Where do you draw the line, if anywhere?",),
        ),
        Thread(
            "Quiet, and who gets to break it",
            points=("Loud until four, quiet after.", "A glass wall changed everything."),
            replies=("Four is when the pupils come.",),
            questions=("Did anybody let the visitors decide?",),
        ),
        Thread(
            "Lending drills, violins and sewing machines",
            points=("The drill is out every weekend.", "Violins come back in tune."),
            replies=("Somebody has to mend them.",),
            questions=("What about insurance?",),
        ),
        Thread(
            "Librarians as social workers",
            points=("I was not trained for this.", "One social worker, two afternoons. It helps."),
            replies=("Then let us be trained for it.",),
            questions=("What do you do at five to eight, when somebody will not go?",),
        ),
        Thread(
            "Open without staff at night",
            points=("Two years, one broken chair.", "My mother would not go in."),
            replies=("Ours learned, with a neighbour.",),
            questions=("Who answers the telephone?",),
        ),
        Thread(
            "What we would tell the council",
            points=("Bring them for one whole Tuesday.", "Count conversations, not loans."),
            replies=("They only believe loans.",),
            questions=("Has anybody found a figure that they listen to?",),
        ),
    ),
)

_NEIGHBOURS = Material(
    question="How does a street decide something together?",
    event="Neighbourhood Assembly",
    threads=(
        Thread(
            "The last thing our street decided",
            points=("A bench. It took fourteen months.", "We closed the road for one Sunday."),
            replies=("Ours took a weekend and a ladder.",),
            questions=("Was anybody against it, and what became of them?",),
        ),
        Thread(
            "People who never come to meetings",
            points=("I went to their doors with cake.", "Ask at the school gate at three."),
            replies=("They come when it is about parking.",),
            questions=("Do we want them to come, or to be asked?",),
        ),
        Thread(
            "Loud neighbours and quiet ones",
            points=("Write first, then talk.", "The same five people, every time. I am one."),
            replies=("I am another, and I would like to stop.",),
            questions=("Who could ask the quiet ones without a stage?",),
        ),
        Thread(
            "Renters and owners want different things",
            points=("I rent, and I have been here longest.", "Owners pay, renters live with it."),
            replies=("Not in our house. We all hate the stairs.",),
            questions=("Does a vote count by door or by person?",),
        ),
        Thread(
            "When the city says no",
            points=("Ask who exactly says it.", "We did it with chalk, then they came."),
            replies=("They came with a fine.",),
            questions=("Is there anybody from the city here?",),
        ),
        Thread(
            "Living with a decision you voted against",
            points=("I water the tree I did not want.", "Agree on when to look at it again."),
            replies=("A date helps. We never kept ours.",),
            questions=("How soon is too soon to ask again?",),
        ),
    ),
)

_OPEN_SOURCE = Material(
    question="What keeps a project alive when its founders get tired?",
    event="Maintainers' Camp",
    threads=(
        Thread(
            "How tired shows first",
            points=("I answered only the easy ones.", "The changelog got jokes, then nothing."),
            replies=("Mine got no jokes, that was the sign.",),
            questions=("Did anybody around you notice?",),
        ),
        Thread(
            "Handing over the keys",
            points=("I gave a stranger the keys. It was fine.", "Two people for every password."),
            replies=("I know one where it was not fine.",),
            questions=("How did you know whom to ask?",),
        ),
        Thread(
            "Money changes who stays",
            points=("Paid for one year, gone in the second.", "We pay for the dull parts only."),
            replies=("Nobody was ever paid for the dull parts before.",),
            questions=("Who decides about it, and can they be paid?",),
        ),
        Thread(
            "Saying a kind no to a good idea",
            points=("Write down what the project is not.", "Thank, decline, point elsewhere."),
            replies=("Elsewhere is often a fork, and that is fine.",),
            questions=("Where is that written in your project?",),
        ),
        Thread(
            "First contributions that become second ones",
            points=("Answer within a day, even with no answer.", "Leave easy things undone."),
            replies=("They notice when it was left for them.",),
            questions=("Who stayed because of somebody, and not of something?",),
        ),
        Thread(
            "Ending it well",
            points=("We had a party and archived it.", "Say the date a year ahead."),
            replies=("Somebody took ours up at the party.",),
            questions=("What do you owe to people who depend on it?",),
        ),
    ),
)

TOGETHER = (_CONFERENCE, _LIBRARY, _NEIGHBOURS, _OPEN_SOURCE)
