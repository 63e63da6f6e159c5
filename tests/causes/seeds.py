"""The seed article's examples of negative reviews, each in our words, with the subtype it names."""

from __future__ import annotations

SEEDS = [
    ("The buttons on this keyboard are really hard to press.", "product.functionality"),
    ("The zipper on the backpack gets stuck all the time.", "product.functionality"),
    ("This doesn't work like the influencers claim it does.", "product.inaccurate_description"),
    ("I ordered an XL and it fit more like a M.", "product.size_fit"),
    ("The candy was way too sour for me.", "product.taste_smell"),
    ("The perfume doesn't smell as good as I hoped.", "product.taste_smell"),
    ("I ordered 3 books but I got 3 pencils.", "logistics.wrong_shipment"),
    ("I bought the toy dinosaur and they sent a toy shark.", "logistics.wrong_shipment"),
    ("I didn't receive the item.", "logistics.not_received"),
    ("It said it was delivered but it was not.", "logistics.not_received"),
    ("The table came with a missing leg.", "logistics.missing_items"),
    ("There was no guide book in the package.", "logistics.missing_items"),
    ("It took multiple days for a response from the seller.", "service.unresponsive"),
    ("The seller was rude and unhelpful.", "service.rude"),
]
