"""Words that stand before names: titles, roles, relations, greetings, introductions. Data for `people`."""

from __future__ import annotations

from typing import Final

from moderation.detect.pii.letters import either

TITLES: Final = (
    "mr|mrs|ms|mx|prof|mister|herr|herrn|frau|señor|señora|señorita|sr|sra|srta|monsieur|madame|mme"
    "|mlle|senhor|senhora|dona|doña|bapak|ibu|signor|signora|sig|encik|puan|tuan|shri|smt"
)
ROLES_OF_THINGS: Final = "driver|rider|agent|manager|assistant|installer|owner"
"""Roles that also stand before names of firms, goods and software (golf driver, travel agent)."""
ROLES_OF_PERSONS: Final = (
    "courier|neighbou?r|rep|representative|boss|technician|packer|kurir(?:nya)?|corriere|gerente|gérante?"
    "|employee|worker|cashier|clerk|landlord|roommate|flatmate|housemate|colleague|coworker|co-worker"
    "|supervisor|receptionist|vecin[oa]|encargad[oa]|emplead[oa]|dueñ[oa]|voisine?|conseill[eè]re?|vizinh[oa]"
    "|atendente|funcionári[oa]|fahrer(?:in)?|nachbar(?:in|n)?|mitarbeiter(?:in)?|tetangga|karyawan|sopir"
    "|hàng xóm|vicin[oa]"
)
THIRD_ROLES: Final = f"{ROLES_OF_THINGS}|{ROLES_OF_PERSONS}"
COURIERS: Final = (
    "delivery guy|delivery man|delivery person|delivery driver|delivery woman|delivery boy|postman|postwoman"
    "|mailman|mail carrier|delivery rider|repartidora?|mensajer[oa]|livreu(?:r|se)|facteur|entregador|motoboy"
    "|zusteller(?:in)?|postbote|postbotin|paketbote|lieferant(?:in)?|kurierfahrer|fattorino|postino|tài xế"
    "|shipper"
)
"""Those who bring parcels, in words that mean a person and nothing else."""
RELATIONS: Final = (
    "sister in law|brother in law|mother in law|father in law|sister|brother|mother|father|mom"
    "|mum|dad|husband|wife|cousin|aunt|uncle|girlfriend|boyfriend|friend|ex|fiancée?|grandma"
    "|grandmother"
    "|hermana|hermano|madre|padre|esposa|marido|prima|primo|suegra|amig[oa]|sœur|soeur|frère"
    "|mère|père|mari|femme|ami|amie|schwester|bruder|mutter|vater|mann|freundin|freund"
    "|schwägerin|irmã|irmão|mãe|pai|esposo"
    "|istri|suami|teman|kakak|adik|chị gái|anh trai|vợ|chồng"
)
WHOSE: Final = (
    "my|your|his|her|their|our|mi|tu|su|mon|ma|votre|son|sa|mein|meine|meinem|meiner|ihre?|ihrer"
    "|ihrem|minha|meu|sua|seu"
)
BUYER_ROLES: Final = (
    "customer|buyer|client|recipient|reviewer|cliente|clienta|client|kunde|kundin|acheteu(?:r|se)"
    "|comprador|compradora|pembeli|penerima|pelanggan|khách|khách hàng|destinatario|empfänger"
)
CALLED: Final = either(
    "named|called|name is|name was|by the name of|un certain|une certaine|un tal|una tal|llamad[oa]"
    "|nommée?|chamad[oa]|um tal|namens|bernama|namanya|tên|di nome"
    "|heißt|hieß|heisst|se llama|se llamaba|s'appelle|s'appelait|se chama|si chiama|atas nama"
)
IS: Final = either("is|was|are|ist|war|es|era|fue|est|était|é|foi|è|adalah|là")
INTRODUCED: Final = either(
    "my name is|her name is|his name is|your name is|the name is|full name is|real name is|name"
    " on the order|name on the label|name on the account|under the name|in the name of|signed by"
    "|signed for by"
    "|addressed to|account holder|label says|label reads|ship to|shipped to|mein name ist|ich"
    " heiße|ihr name ist|auf den namen|kontoinhaber(?:in)?|me llamo|mi nombre es|su nombre es|a"
    " nombre de|je m'appelle"
    "|mon nom est|au nom de|votre nom est|meu nome é|em nome de|seu nome é|nama saya|atas nama"
    "|a/n|nama penerima|penerima|penerima:|tên tôi là|mi chiamo|a nome di|real name|receiver"
    "|recipient"
)
GREETING: Final = either(
    "dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|buongiorno|buonasera|salve|buenas tardes"
    "|buenos días|bom dia|boa tarde|selamat (?:pagi|siang|sore|malam)|guten (?:morgen|abend)"
    "|hola|estimad[oa]|querid[oa]|apreciad[oa]|bonjour|chère?|cher|liebe|lieber"
    "|hallo|guten tag|olá|prezad[oa]|car[oa]|gentile|halo|hai|yth|thank you|thanks|thx|gracias"
    "|merci|danke|obrigad[oa]|grazie"
)
APOLOGY: Final = either(
    "sorry|apologi[sz]e|apologies|thank you|thanks|hello|hi|welcome|disculpe|perdón|désolée?s?"
    "|entschuldigung|desculpe|mohon maaf|maaf"
)
