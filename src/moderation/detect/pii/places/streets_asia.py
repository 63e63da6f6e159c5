"""Streets of Indonesia, Vietnam, Thailand and China. Data like `streets`: patterns over the folded text."""

from __future__ import annotations

from typing import Final

from moderation.detect.pii.gazette import any_of, listed
from moderation.detect.pii.places.localities import LETTERS, NUMBER_WORDS
from moderation.detect.pii.places.streets import HOUSE, Form, form

_ID: Final = any_of(listed("streets", "id", "sure"))
_ID_RARE: Final = any_of(listed("streets", "id", "rare"))
_ID_NAME: Final = (
    rf"(?:{LETTERS}\.?|[ivx]{{1,4}}|\d{{1,2}}(?!\d))(?:(?:[\s-]|(?<=\.))(?:{LETTERS}\.?"
    r"|\d{1,2}(?!\d))){0,5}?"
)
_ID_NO: Final = (
    r"(?:,?\s*(?:no|nomor|nomer|nmr|nr|blok|blk|kav|kavling|km|rt|unit|kamar|lantai"
    rf"|lt)(?:\.\s?|:\s?|\s|(?=\d))(?:(?:[a-z]{{1,3}}\s)?{NUMBER_WORDS}"
    r"|[a-z]{0,3}[-\s]?\d{0,4}[a-z]?(?:[/-]\w{1,4})*)(?!\w))"
)
_VI: Final = any_of(listed("streets", "vi", "sure"))
_VI_NO: Final = (
    rf"(?:[a-z]{{0,2}}\d{{1,4}}[a-z]?(?:\s?[/-]\s?\d{{1,4}}[a-z]?){{0,4}}|{NUMBER_WORDS}"
    r"|(?:hai|ba|bon|nam|sau|bay|tam|chin|mot|muoi|tram|le|linh|lam|xuyet|xec"
    r"|tren)(?:\s(?:hai|ba|bon|nam|sau|bay|tam|chin|mot|muoi|tram|le|linh|lam|xuyet|xec"
    r"|tren)){1,7})"
)
_VI_PLAIN: Final = rf"(?!(?:duong|pho|phuong|quan|xa|huyen|tinh|tp|hem|ngo|ngach|tphcm)(?!\w)){LETTERS}"
_VI_NAME: Final = (
    rf"(?:\d{{1,3}}(?:/\d{{1,2}})?[a-z]?|{_VI_NO}|{_VI_PLAIN})(?:\s(?:{_VI_PLAIN}(?!\w)"
    r"|\d{1,3}(?!\d))){0,4}"
)
_VI_ADMIN: Final = (
    r"(?:phuong|p|quan|q|xa|huyen|h|thi\stran|thi\sxa|tx|tt|tp|thanh\spho|tinh|kdc|kdt"
    r"|khu\sdo\sthi|hcm|ha\snoi|da\snang|sai\sgon)(?:\.|(?!\w))"
)
_TH_WORD: Final = (
    "หมู่บ้าน|หมู่ที่|หมู่|ม\\.|มบ\\.|ซอย|ซ\\.|ถนน|ถ\\.|ตำบล|ต\\.|แขวง|อำเภอ|อ\\.|เขต|จังหวัด"
    "|จ\\.|บ้านเลขที่|เลขที่|ตรอก|แยก|อาคาร|ตึก|ชั้น|ห้อง|คอนโด|หอพัก|หอ|แฟลต|ยูนิต|เมือง"
    "|รหัสไปรษณีย์"
)
_TH_END: Final = r"(?=\s|$|[,.\n]|แทน|นะ|ค่ะ|ครับ|คับ|จ้า|ให้|แล้ว|หมู่|ซอย|ถนน|ตำบล|แขวง|อำเภอ|เขต|จังหวัด)"
_TH_PART: Final = (
    rf"(?>(?:{_TH_WORD})\s?(?:[\u0e01-\u0e4ea-z0-9/.\-]{{1,28}}?){_TH_END}(?:\s\d{{1,3}}(?![\d/]))?)"
)
_TH_PROVINCE: Final = any_of(listed("regions", "th"))
_TH_NAME: Final = r"[\u0e01-\u0e4e]{2,24}"
_TH_BARE: Final = (
    rf"{_TH_NAME}(?=[\s,]{{1,2}}(?:จ\.|จังหวัด|อ\.|อำเภอ|{_TH_PROVINCE}"
    rf"|{_TH_NAME}[\s,]{{1,2}}(?:จ\.|{_TH_PROVINCE}|\d{{5}}(?!\d))|\d{{5}}(?!\d)))"
)
_TH_TAIL: Final = (
    rf"(?:[\s,]{{0,3}}(?:{_TH_PART}|{_TH_PROVINCE}\S{{0,2}}|\d{{5}}(?!\d))|[\s,]{{1,3}}{_TH_BARE})"
)

ASIAN: Final[tuple[Form, ...]] = (
    form(
        "street_id",
        rf"(?<!\w)(?P<type>{_ID})(?:\.\s?|\s)(?P<name>{_ID_NAME}){_ID_NO}{{1,4}}",
        alone=0.82,
        small=0.66,
    ),
    form(
        "place_id",
        rf"(?<!\w)(?P<type>{_ID_RARE})(?:\.\s?|\s)(?P<name>{_ID_NAME}){_ID_NO}{{1,4}}",
        alone=0.7,
        small=0.46,
    ),
    form(
        "street_id_number",
        rf"(?<!\w)(?:jalan|jln|jl|gang|gg)(?:\.\s?|\s)(?P<name>{_ID_NAME})\s{HOUSE}",
        alone=0.72,
        small=0.56,
    ),
    form(
        "rt_rw", r"(?<!\w)(?P<name>rt)\.?\s?\d{1,3}\s?[/,]?\s?rw\.?\s?\d{1,3}(?!\w)", alone=0.62, small=0.62
    ),
    form(
        "street_vn",
        (
            rf"(?<![\w/])(?:(?:so\s?nha|nha\sso|so|sn)\.?\s?)?{_VI_NO},?\s(?:khu\s\d{{1,3}},?\s)?(?P<type>hem|ngo|ngach|kiet"
            rf"|duong|pho|khu\spho|thon|ap|xom|to(?=\s\d)|lo(?=\s[a-z]?\d))\s(?P<name>{_VI_NAME})"
        ),
        alone=0.82,
        small=0.68,
    ),
    form(
        "street_vn_bare",
        (
            r"(?<![\w/.,])(?:(?:so\s?nha|nha\sso|so|sn)\.?\s?)?(?:[a-z]{0,2}\d{1,4}[a-z]?(?:/\d"
            rf"{{1,4}}[a-z]?){{0,4}})\s(?P<name>{_VI_PLAIN}(?:\s{_VI_PLAIN}){{1,4}}"
            rf"|\d{{1,2}}/\d{{1,2}}),?\s(?={_VI_ADMIN})"
        ),
        alone=0.8,
        small=0.68,
    ),
    form(
        "house_vn",
        rf"(?<!\w)(?:so\snha|nha\sso|sn)\.?\s?{_VI_NO},?\s(?P<name>{LETTERS}(?:\s{LETTERS}){{1,4}})",
        alone=0.72,
        small=0.6,
    ),
    form(
        "alley_vn",
        (
            rf"(?<!\w)(?P<type>hem|ngo|ngach|kiet)\s(?P<name>{_VI_NO}),?\s(?:duong\s)?{LETTERS}(?:\s"
            rf"{LETTERS}){{1,3}}"
        ),
        alone=0.72,
        small=0.64,
    ),
    form(
        "village_vn",
        (
            r"(?<!\w)(?P<type>thon|ap|xom|khu\spho|to\sdan\spho|to(?=\s\d)|ban"
            rf"|buon)\s(?P<name>(?:{LETTERS}|\d{{1,2}})(?:\s{LETTERS}){{0,3}}),?\s(?=(?:xa|phuong|p\."
            r"|thi\stran|tt)(?:\s|\.))"
        ),
        alone=0.7,
        small=0.66,
    ),
    form(
        "flat_vn",
        (
            r"(?<!\w)(?:can\sho|phong|can|p)\.?\s?[a-z]{0,2}\d{1,4}[\w.-]{0,6},?\s(?P<name>(?:tang\s"
            r"\d{1,2},?\s)?(?:toa(?:\snha)?|block|chung\scu|cc|lo"
            r"|khu))\s[\w.]{1,12}(?:\s[^\W_]{1,12}){0,3}"
        ),
        alone=0.75,
        small=0.68,
    ),
    form(
        "house_th",
        rf"(?P<name>(?:บ้านเลขที่|เลขที่|เลขที่บ้าน)\s?\d{{1,4}}(?:/\d{{1,4}})?)(?>{_TH_TAIL}{{0,9}})",
        alone=0.74,
        small=0.74,
    ),
    form(
        "street_th",
        (
            r"(?<![\d/.])(?<!ชั้น\s)(?<!ห้อง\s)(?<!ซอย\s)(?<!หมู่\s)(?<!ชั้น)(?<!ห้อง)(?<!ซอย)(?<!หม"
            rf"ู่)(?P<name>\d{{1,4}}(?:/\d{{1,4}})?)(?=[\s,]{{0,3}}[\u0e01-\u0e4e])\s?(?>{_TH_TAIL}{{"
            r"2,9})"
        ),
        alone=0.8,
        small=0.8,
    ),
    form(
        "place_th",
        rf"(?<![\d/.])(?P<name>\d{{1,4}}/\d{{1,4}})\s{_TH_NAME}\s?(?>{_TH_TAIL}{{1,9}})",
        alone=0.8,
        small=0.8,
    ),
    form(
        "slash_th",
        rf"(?<![\d/.])(?P<name>\d{{1,4}}/\d{{1,4}})(?=[\s,]{{0,3}}[\u0e01-\u0e4e]){_TH_TAIL}",
        alone=0.56,
        small=0.56,
    ),
    form(
        "building_th",
        (
            r"(?P<name>คอนโด|หอพัก|หมู่บ้าน|แฟลต|อพาร์ทเม้นท์|อพาร์ตเมนต์|แมนชั่น|หอ|อาคาร"
            rf"|ตึก)[\u0e01-\u0e4ea-z]{{0,28}}(?:\s[a-z]{{1,14}}){{0,3}}\s?(?>{_TH_TAIL}{{2,9}})"
        ),
        alone=0.72,
        small=0.72,
    ),
    form(
        "said_th",
        (
            r"(?P<name>(?:[ศหนสจเ]\S{0,30})?(?:ทับ)(?:ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า"
            rf"|สิบ|ร้อย)+)\s?(?:{_TH_NAME}\s)?(?>{_TH_TAIL}{{1,9}})(?:\s(?:ศูนย์|หนึ่ง|สอง|สาม|สี่"
            r"|ห้า|หก|เจ็ด|แปด|เก้า){5})?"
        ),
        alone=0.72,
        small=0.72,
    ),
    form(
        "admin_th",
        (
            rf"(?P<name>(?:ซอย|ซ\.|หมู่\s?\d|ม\.\s?\d){_TH_TAIL}{{0}})[\u0e01-\u0e4e0-9/ ]{{1,24}}?(?"
            rf">{_TH_TAIL}{{3,9}})"
        ),
        alone=0.7,
        small=0.7,
    ),
    form(
        "street_cjk",
        (
            r"(?P<name>(?:[\u4e00-\u9fff]{2,6}[省市区县]){0,3}[\u4e00-\u9fff]{2,6}(?:路|街|巷"
            r"|大道))\d{1,5}号(?:[\u4e00-\u9fff\d]{0,10}[室楼栋])?"
        ),
        alone=0.82,
        small=0.82,
    ),
)
"""Thai and Chinese have no capitals and need no growing: their forms hold the whole address."""
