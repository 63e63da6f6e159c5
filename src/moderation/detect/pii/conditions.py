"""Words for health and other special categories (GDPR, article 9) that a person may have or be."""

from __future__ import annotations

from typing import Final

CONDITION: Final = (
    r"(?:psoriasis|eczema|herpes|hiv|aids|std|sti|chlamydia|cancer|chemo(?:therapy)?|tumou?r"
    r"|diabet(?:es|ic)|epilep(?:sy|tic)|depress(?:ion|ed)|bipolar|schizophreni[ac]|anxiety"
    r" disorder|anorexi[ac]"
    r"|bulimi[ac]|pregnan(?:t|cy)|miscarriage|abortion|infertil\w+|incontinen\w+|erectile"
    r" dysfunction|hemorrhoids|haemorrhoids|yeast infection|menopause|alzheimer\w*|dementia"
    r"|autis(?:m|tic)|adhd"
    r"|disab(?:led|ility)|addict(?:ion)?|alcoholic|rehab|gay|lesbian|transgender|bisexual|muslim"
    r"|jewish|hindu|overweight|obes(?:e|ity)|quimioterapia|cancer|diabetes|diabetic[oa]"
    r"|embarazada|depresion"
    r"|sida|vih|diabetiker(?:in)?|schwanger|krebs|depression(?:en)?|neurodermitis|enceinte"
    r"|cancereuse|diabetique|depressi[fv]e?|gravida|diabetic[oa]|quimio|depressao|hamil|kanker"
    r"|ung thu|tieu duong)"
)
