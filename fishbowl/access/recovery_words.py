"""The word list for recovery words, with which people move to another phone.

Plain things that one can say, hear and type; none is a person, a brand or an insult. Three of
them make 27 bits: enough where wrong words are counted, and short enough for a slip of paper.
Their order must never change, or the words that people wrote down would be others.
"""

_ALL = """
acorn album amber anchor ankle apple apron arena arrow artist aspen atlas attic autumn avenue
bacon badge bagel baker balcony bamboo banana banjo barley barn basil basket beach beacon beaver
bell bench berry bicycle birch biscuit blanket blossom blue board boat bonfire book bottle boulder
bowl branch bread breeze brick bridge broom brush bubble bucket buffalo bundle butter button cabin
cactus cake camel camera canal candle candy canoe canvas canyon card cargo carpet carrot castle
cattle cedar cellar chalk charm cheese cherry chess chimney cider cinema circus citrus clam clay
cliff clock cloud clover coast cobalt cocoa coconut coffee comet compass copper coral corn cotton
cradle crane crater cream cricket crown crystal cupboard curtain cushion cypress daisy dance dawn
deer delta denim desert desk diamond dinner dolphin donkey donut door dragon drawer dream drum
duck dune dusk eagle earth easel echo elbow elephant ember emerald engine eraser evening fabric
falcon farm feather fence fern ferry festival fiddle field finger flag flame flamingo flute forest
fork fossil fountain frame fridge frog frost fruit funnel galaxy garage garden garlic gate gazelle
gecko giant ginger giraffe glacier glass globe glove goat gold goose grain granite grape grass
gravel green guitar hammer hammock harp harvest hazel heart hedge helmet herb heron hill hinge
hippo holly honey hood horizon horn horse house iceberg igloo indigo insect iris iron island ivory
jacket jaguar jasmine jeans jelly jewel juice jungle juniper kayak kernel kettle kitchen kite
kitten kiwi knee koala lace ladder lagoon lake lamp lantern larch lark laundry lava lavender lawn
leaf leather lemon lentil leopard letter library lightning lilac lily lime linen lion lizard llama
lobster locket lotus lumber lunch magnet magpie mango mantle maple marble market marsh mask meadow
melody melon mermaid metal meteor milk mill minnow mint mirror mitten mole moon moose morning
mosaic moss moth motor mountain mouse mushroom music napkin needle nest nettle night noodle north
notebook nugget nutmeg oasis ocean octopus olive onion opal opera orange orchard orchid otter oven
oyster paddle paint palace palm panda panther paper parade parcel park parrot pasta pasture path
peach peanut pearl pebble pelican pencil penguin pepper piano picnic pigeon pillow pilot pine
planet plaza plum pocket poem polar pond pony poppy porch potato prairie prism pumpkin puzzle
pyramid quail quartz quilt quiver rabbit radio radish raft rain raisin raven reef ribbon rice
ridge ring river robin rocket roof rope rose ruby rug saddle sail salad salmon salt sand sandal
satin sauce scarf scooter seal shadow shark shelf shell ship shore silk silver sketch slipper
snail snow soap sock sofa soup spark sparrow spice spider spinach spiral spoon spring spruce
squirrel stable star statue stone stork storm stove straw stream street sugar summer sun swan
table tablet tailor tango temple tent thistle thread thunder ticket tiger timber toast tomato
torch tower tractor trail train treasure tree tulip tunnel turnip turtle umbrella unicorn valley
vanilla vase velvet village vine violet violin volcano voyage waffle wagon wallet walnut walrus
water wave weasel whale wheat whistle willow window winter wolf wood wool yacht yarn yellow yogurt
zebra zinc zipper
"""

WORDS: tuple[str, ...] = tuple(_ALL.split())
TYPED_MAX = 60
"""Letters that are read of typed words: three take half of it."""
