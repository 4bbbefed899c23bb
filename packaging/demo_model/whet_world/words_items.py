"""Words by their category. No word is in two categories, nor could be."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ITEMS: dict[str, tuple[str, ...]] = {
    "animal": _words(
        """
        dog cat horse cow pig sheep goat rabbit mouse rat lion tiger bear wolf fox deer elephant giraffe zebra
        monkey donkey squirrel hedgehog frog snake lizard turtle eagle owl duck goose hen parrot penguin shark
        whale dolphin bee ant spider butterfly kangaroo koala otter badger
        """
    ),
    "fruit": _words(
        """
        apple banana pear cherry grape strawberry raspberry blueberry blackberry melon watermelon pineapple mango
        papaya lemon fig plum peach apricot grapefruit coconut pomegranate nectarine gooseberry lychee guava
        cranberry tangerine quince
        """
    ),
    "color": _words(
        """
        red blue green yellow purple pink brown black white gray turquoise violet crimson scarlet beige magenta
        cyan maroon indigo azure mauve ivory
        """
    ),
    "vehicle": _words(
        """
        car bus train bicycle motorcycle truck tram ship boat airplane helicopter taxi van scooter tractor
        ambulance ferry yacht canoe submarine rocket sled lorry limousine minibus kayak moped jeep
        """
    ),
    "clothes": _words(
        """
        shirt trousers skirt dress coat jacket hat cap scarf gloves socks shoes boots sweater blouse belt pajamas
        jeans sandals cardigan shorts raincoat mittens slippers hoodie leggings bathrobe apron tights
        """
    ),
    "tool": _words(
        """
        hammer saw drill screwdriver wrench pliers shovel rake axe chisel ladder spade crowbar sickle pickaxe
        scissors trowel spanner mallet anvil tweezers sander clamp pitchfork
        """
    ),
    "country": _words(
        """
        France Germany Spain Italy Portugal Poland Austria Sweden Norway Finland Denmark Greece Ireland Japan
        India Brazil Canada Mexico Egypt Kenya Nigeria Vietnam Thailand Chile Peru Argentina Hungary Belgium
        Iceland Morocco Australia Croatia
        """
    ),
    "drink": _words(
        """
        water tea coffee milk juice beer wine lemonade cocoa cider whisky vodka rum champagne cola espresso
        cappuccino smoothie milkshake gin sherry buttermilk brandy
        """
    ),
}
