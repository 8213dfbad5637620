"""Writes the cases' documents: short texts in our own words on events of 2023 and 2024, as the sources named write.

python tests/gold/cases/make.py
"""

from __future__ import annotations

import json
from pathlib import Path

HERE = Path(__file__).parent
Doc = tuple[str, str, str, str, str]
# ruff: noqa: E501

GREECE_TURKEY: list[Doc] = [
    ("g01", "Aegean Courier", "2023-11-28", "Erdogan expected in Athens",
     "Turkish President Recep Tayyip Erdogan will visit Athens on December 7, the Greek government said on Tuesday."),
    ("g02", "Office of the Prime Minister of Greece", "2023-12-07", "Meeting with the President of Türkiye",
     "Prime Minister Kyriakos Mitsotakis met with Turkish President Recep Tayyip Erdogan in Athens on Thursday. "
     "Mitsotakis said that Türkiye should respect the sovereignty of the Greek islands. "
     "The two sides agreed to resume the political dialogue."),
    ("g03", "Presidency of Türkiye", "2023-12-07", "President Erdogan in Athens",
     "President Recep Tayyip Erdogan visited Athens on December 7 and met with Greek Prime Minister Kyriakos Mitsotakis. "
     "Erdogan said that Greece should protect the rights of the Turkish minority in Thrace. "
     "The two sides agreed to resume the political dialogue and to raise trade to ten billion dollars."),
    ("g04", "Balkan Wire", "2023-12-08", "Neighbours sign in Athens",
     "Greek Prime Minister Kyriakos Mitsotakis and Turkish President Recep Tayyip Erdogan met in Athens on Thursday for "
     "the first time in six years on Greek soil, and both spoke of a new page. Mitsotakis will visit Ankara in the "
     "spring, officials in both capitals said, without naming a day."),
    ("g05", "Thessaloniki Post", "2023-12-08", "A new page, they say",
     "Greek Prime Minister Kyriakos Mitsotakis and Turkish President Recep Tayyip Erdogan met in Athens on Thursday for "
     "the first time in six years on Greek soil, and both spoke of a new page. Mitsotakis will visit Ankara in the "
     "spring, officials in both capitals said, without naming a day. (BW)"),
    ("g06", "Aegean Courier", "2024-05-14", "Mitsotakis in Ankara",
     "Greek Prime Minister Kyriakos Mitsotakis visited Ankara on Monday and held talks with Turkish President Recep "
     "Tayyip Erdogan."),
    ("g09", "Aegean Courier", "2024-01-10", "Ferries, again",
     "The ferry line to Izmir opens in May. Greek Prime Minister Kyriakos Mitsotakis and Turkish President Recep Tayyip "
     "Erdogan had spoken of it when they met in Athens on December 7."),
    ("g07", "Ministry of Foreign Affairs of Greece", "2024-02-20", "Call of the foreign ministers",
     "Foreign Minister George Gerapetritis spoke by phone with Turkish Foreign Minister Hakan Fidan on Tuesday."),
    ("g08", "Ministry of Foreign Affairs of Türkiye", "2024-02-20", "Telephone conversation",
     "Foreign Minister Hakan Fidan spoke by phone with Greek Foreign Minister George Gerapetritis on February 20."),
]  # fmt: skip
JAPAN_KOREA: list[Doc] = [
    ("j01", "Ministry of Foreign Affairs of Japan", "2023-03-09", "Visit of the President of the Republic of Korea",
     "South Korean President Yoon Suk Yeol will visit Tokyo on March 16 and 17, the Japanese Foreign Ministry announced "
     "on Thursday."),
    ("j02", "Office of the President of South Korea", "2023-03-16", "Summit in Tokyo",
     "President Yoon Suk Yeol met with Japanese Prime Minister Fumio Kishida in Tokyo on Thursday. "
     "The two leaders agreed to resume the security dialogue. "
     "Yoon said that Japan should lift its curbs on exports of chip materials."),
    ("j03", "Ministry of Foreign Affairs of Japan", "2023-03-16", "Japan-ROK Summit Meeting",
     "On March 16, Prime Minister Fumio Kishida met with South Korean President Yoon Suk Yeol in Tokyo. "
     "The two leaders agreed to resume the security dialogue. Kishida will visit Seoul at a suitable time."),
    ("j04", "Pacific Wire", "2023-03-17", "Yoon ends Tokyo trip",
     "South Korean President Yoon Suk Yeol visited Tokyo on March 16 and 17, the first such visit in twelve years. "
     "Yoon and Japanese Prime Minister Fumio Kishida ate rice omelettes in Ginza."),
    ("j05", "Kyushu Evening News", "2023-03-17", "Yoon ends Tokyo trip",
     "South Korean President Yoon Suk Yeol visited Tokyo on March 16 and 17, the first such visit in twelve years. "
     "Yoon and Japanese Prime Minister Fumio Kishida ate rice omelettes in Ginza. (PW)"),
    ("j06", "Pacific Wire", "2023-05-08", "Kishida in Seoul",
     "Japanese Prime Minister Fumio Kishida visited Seoul on Sunday and met with South Korean President Yoon Suk Yeol, "
     "following the summit in Tokyo on March 16."),
    ("j07", "Pacific Wire", "2022-12-01", "Old quarrel stops talks",
     "South Korea suspended the security dialogue with Japan on Thursday after a quarrel over a radar."),
    ("j08", "Pacific Wire", "2023-07-03", "Defence ministers will not meet",
     "South Korean Defence Minister Lee Jong-sup cancelled his visit to Tokyo on Monday because of heavy rains."),
]  # fmt: skip


def write(case: str, documents: list[Doc]) -> None:
    rows = [
        {"id": i, "outlet": outlet, "published": day, "title": title, "language": "en", "text": text}
        for i, outlet, day, title, text in documents
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (HERE / case / "documents.jsonl").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    write("greece-turkey", GREECE_TURKEY)
    write("japan-korea", JAPAN_KOREA)
