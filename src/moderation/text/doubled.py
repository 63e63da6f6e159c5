"""Stems that are written with a doubled letter, so that "goooood" is read as good and "sooo" as so."""

from __future__ import annotations

from typing import Final

_STEMS: Final = """
    abbastanza accep account add afford agree all alle anno annoy app appena arriv assist attach auffall
    bell belle bess bestell better billig bitte bitter blood bonn book bott bottle bottom brill brutt
    bubbl bull butt call calle cappello carr carry cell cerr cheer cheese choose class coffee comment
    common cool correct cottage dann deep denn dett differ different disapp discuss doll door dress ecco
    eff ella elle erra excell express fall fatto fee feed fell femme fill follow food fool foot freddo
    free full fuss glass good greed green guerra guess happen happy hell homme horrible ill immediate
    impossible inn irrit issue kaffee kann keep kill kiss komm kommt konn leer less letter litt llam
    lleg llen look loose loss maaf manfaat mann matter mattress meet mess middle mill miss mood moon
    nass need nood noon null nulle offer opposite oppress pacco pass passe pee pell penn pepper pill
    pollo pomme poo pool poor press pretty proof pull quarrel queen quell quelle really recommend refill
    reseller roof room root rosso rubb saat schluss schnell screen see seek seem seen sell seller
    seventeen sheet shoot sill skill sleep small smell smooth soll somme soon sott speed spell spill
    spoon staff steel stell still street stuff succ suggest summer sunny supp sweep sweet swell tall
    teen teeth tell teller terri terrific three tierra till toll tomorrow too tool tooth toss tree troll
    tropp tutt unless unwill vacuum venn ville voll wall wann weed week weep well wenn wetter wheel will
    wissen woll wood wool worr yell yellow zoll
"""

DOUBLED: Final = tuple(_STEMS.split())
"""As prefixes; one language's stems serve all, because only words with a letter three times are compared."""
