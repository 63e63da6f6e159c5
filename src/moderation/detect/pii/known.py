"""Names that are nobody's private name: brands, celebrities, authors, characters, and words that
stand with a capital beside names. Looked up in lower case. Judging a name is the job of `names`.
"""

from __future__ import annotations

from typing import Final

KNOWN: Final = frozenset(
    name.strip()
    for name in """
    harry styles|jane austen|gordon ramsay|frida kahlo|marie curie|steve madden|calvin klein|tommy hilfiger|ralph lauren|michael kors|kate spade|tory burch
    |marc jacobs|hugo boss|giorgio armani|karl lagerfeld|vera bradley|vera wang|betty crocker|aunt jemima|uncle ben|ben jerry|mary kay|bobbi brown|estee lauder
    |laura ashley|eddie bauer|tommy bahama|jimmy choo|louis vuitton|yves rocher|yves saint laurent|paul mitchell|john frieda|charlotte tilbury|huda kattan|kylie jenner
    |kim kardashian|taylor swift|stephen king|harry potter|hermione granger|james bond|indiana jones|mickey mouse|minnie mouse|donald duck|peter pan|peter rabbit
    |winnie pooh|hello kitty|barbie doll|captain america|tony stark|bruce wayne|clark kent|peter parker|luke skywalker|darth vader|michael jordan|kobe bryant|lionel messi
    |cristiano ronaldo|lebron james|serena williams|david beckham|rachael ray|martha stewart|jamie oliver|paula deen|julia child|guy fieri|wolfgang puck|emeril lagasse
    |paul newman|bob ross|pablo picasso|vincent van gogh|claude monet|andy warhol|leonardo da vinci|albert einstein|isaac newton|nikola tesla|elon musk|steve jobs|bill gates
    |jeff bezos|donald trump|joe biden|barack obama|george washington|abraham lincoln|martin luther king|nelson mandela|mahatma gandhi|john lennon|paul mccartney
    |elvis presley|michael jackson|freddie mercury|david bowie|bob marley|jimi hendrix|kurt cobain|billie eilish|ariana grande|selena gomez|justin bieber|lady gaga
    |marilyn monroe|audrey hepburn|charlie brown|scooby doo|bugs bunny|santa claus|father christmas|jack frost|jesus christ|virgin mary|mother teresa|charles dickens
    |mark twain|ernest hemingway|william shakespeare|agatha christie|dan brown|paulo coelho|tom clancy|john grisham|danielle steel|nora roberts|james patterson|suzanne collins
    |anne frank|helen keller|rosa parks|amelia earhart|florence nightingale|johnnie walker|jack daniels|jim beam|captain morgan|sara lee|little debbie|mrs meyers|marie callender
    |orville redenbacher|newman own|bob evans|jimmy dean|oscar mayer|duncan hines|hidden valley|easy spirit|johnny was|ann taylor|jessica simpson|lucky brand|levi strauss
    |eileen fisher|donna karan|diane von furstenberg|alexander wang|alexander mcqueen|stella mccartney|vivienne westwood|coco chanel|christian dior|jo malone|peter thomas roth
    |sigmund freud|karl marx|simone biles|tiger woods|roger federer|rafael nadal|usain bolt|mike tyson|muhammad ali|conor mcgregor|joe rogan|oprah winfrey|ellen degeneres|dr phil
    """.split("|")
)
"""Full names of public people, characters and brands."""

TITLED: Final = frozenset(
    [
        *"martens|pepper|bronner|bronners|scholl|scholls|teal|teals|dre|oz|phil|seuss|strange|who|mercola|oetker|browns|brown|praeger|praegers|axe|berg|weil|perricone|jart|hauschka".split(
            "|"
        ),
        *"dennis|zoggs|clean|coffee|bean|beast|men|potato|bubble|pen|rogers|robot|darcy|darcys|christmas|claus|right|big|incredible|miyagi|peanut|tea|lube|fox|nobody|t".split(
            "|"
        ),
        *"meyer|meyers|dash|butterworth|butterworths|fields|doubtfire|baird|bairds|freshley|freshleys|renfro|renfros|grass|stewart|beasley|pac|pac man|dior|universe|marvel|me".split(
            "|"
        ),
        *"america|selfridge|bumbum|julio|quixote|draper|juan|omar|corleone|sims|moneypenny|piggy|kitty|nice|customer|seller|driver|god|lord|cm|mm|kg|ml|who|no|dr|house|jekyll".split(
            "|"
        ),
    ]
)
"""What follows a title in brands and characters (Dr. Martens, Mrs Meyers)."""

NOT_NAMES: Final = frozenset(
    """
    the this that these those it its it's i i'm i've we we're you your you're he she they my our his her their a an and or but so if in on at to for of from with by as is was are be been
    not no yes very just now then when where why how what who which while after before there here all any some each every other another more most much many few only also
    hi hello hey dear thanks thank sorry please good great nice love best better perfect super amazing wow ok okay well would could should will can may might must do does did don't didn't
    have has had get got go went come came bought order ordered orders received return returned refund shipped delivery delivered arrived quality price size color colour fit
    service support team customer customers care shop store seller sellers company manager staff supplier management department office warehouse hub center centre help desk official
    product products item items package parcel box amazon tiktok tik tok ebay walmart target etsy shopee lazada tokopedia flipkart aliexpress temu shein prime usps ups fedex dhl hermes evri dpd gls
    royal mail apple google samsung sony nike adidas nikon canon lg hp dell asus lenovo xiaomi redmi huawei oppo vivo realme nokia motorola bosch philips dyson anker ninja lego disney star wars marvel
    xbox playstation nintendo switch minecraft pokemon roblox fortnite kindle fire echo alexa iphone ipad galaxy macbook windows android bluetooth usb wifi tv hd led
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
    christmas easter halloween valentine thanksgiving birthday mother's father's new year black cyber week day days night morning street road avenue lane north south east west
    american america british english french german spanish italian chinese japanese indian european asian african united states kingdom uk usa us eu
    girl boy man woman men women kids baby lady ladies guys everyone all anyone folks friends friend people sir madam ma'am mam bro sis sister kak kakak bestie gan min admin
    earth city park school high university college church hospital hotel airport bank house home kitchen garden summer winter spring fall red blue green white black pink gold silver purple grey
    gray brown yellow orange large medium small xl xs pros cons update edit note ps fyi diy asap omg lol faq free gift card cards hot cold cool easy comfort
    coffee tea chocolate cookies cereal dog cat food organic natural whole foods trader joe's joes costco sam's club grain vanilla dark milk honey sugar peanut butter green mountain
    cliente kunde kundin client clienti pelanggan khách ihr ihre sie usted señor señora su el la los las lo un una der die das ein eine wir es ist und le les des une vous nous votre merci danke gracias
    obrigado obrigada grazie terima kasih pak bu ibu bapak mas mbak toko penjual barang produk vendedor vendedora loja tienda equipo equipe kundenservice kundendienst verkäufer service-team
    doctor dr mr mrs ms miss prof herr frau madame monsieur sr sra captain king queen prince princess saint st god lord jesus
    ltd limited inc llc gmbh pvt private retail retails electronics technologies technology traders enterprises enterprise industries solutions international global fashion fashions corp corporation
    trading mart online official clothing apparel foods brand brands group holdings express logistics instan feedback vibes
    herren damen kundinnen kunden team
    """.split()
)
"""Words that may carry a capital and are no part of a private name."""
