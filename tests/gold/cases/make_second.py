"""Writes two further cases' documents: short texts in our own words on events of 2023 and 2024, as the sources named write.

python tests/gold/cases/make_second.py
"""

from __future__ import annotations

import json
from pathlib import Path

HERE = Path(__file__).parent
# id, outlet, agency, day, title, text
Doc = tuple[str, str, str | None, str, str, str]
# ruff: noqa: E501
FOREIGN_ECUADOR = "Ministry of Foreign Affairs and Human Mobility, Ecuador"
FOREIGN_MEXICO = "Secretariat of Foreign Affairs, Mexico"

ECUADOR_MEXICO: list[Doc] = [
    ("x01", FOREIGN_MEXICO, None, "2023-12-18", "Statement on Mr. Jorge Glas",
     "The Secretariat of Foreign Affairs reports that Jorge Glas Espinel, former Vice-President of Ecuador, entered "
     "the Embassy of Mexico in Quito on Sunday, December 17, and asked to stay there because he feared for his safety "
     "and his freedom. The Embassy has let the Ecuadorian authorities know by a note. Mexico will act in keeping with "
     "its tradition of asylum and with the Caracas Convention of 1954."),
    ("x02", FOREIGN_ECUADOR, None, "2023-12-19", "Minister receives Ambassador of Mexico",
     "Foreign Minister Gabriela Sommerfeld received the Ambassador of Mexico, Raquel Serur, at Najas Palace this "
     "Tuesday. The Minister pointed out to her that Mr. Glas must report to the judges every week, and asked that the "
     "Embassy invite him to leave its premises. The Ambassador said that she would pass the request on to her capital."),
    ("x03", FOREIGN_MEXICO, None, "2023-12-21", "Secretary Bárcena speaks with Foreign Minister of Ecuador",
     "At the request of the Ecuadorian side, Foreign Secretary Alicia Bárcena spoke by telephone on Wednesday with "
     "the Minister of Foreign Affairs of Ecuador, Gabriela Sommerfeld.\n\nThe Secretary voiced concern at the number "
     "of police officers posted around the Embassy in Quito. Both agreed to deal with the matter through diplomatic "
     "channels. Minister Sommerfeld gave an assurance that Ecuador would respect the inviolability of the Embassy, "
     "the Secretariat said."),
    ("x04", FOREIGN_ECUADOR, None, "2023-12-21", "Telephone conversation with the Foreign Secretary of Mexico",
     "Foreign Minister Gabriela Sommerfeld held a telephone conversation on December 20 with Mexico's Foreign "
     "Secretary, Alicia Bárcena. The Minister recalled that nobody convicted of a common crime is entitled to asylum, "
     "and demanded that Mexico hand Mr. Glas over to the courts. The two ministers agreed to deal with the matter "
     "through diplomatic channels. Secretary Bárcena promised that Mexico would answer the Ecuadorian note before the "
     "end of January."),
    ("x05", "EFE", "EFE", "2023-12-21", "Ecuador and Mexico talk about Glas",
     "Quito, Dec 21 (EFE).- The foreign ministers of Ecuador and Mexico, Gabriela Sommerfeld and Alicia Bárcena, "
     "spoke by phone on Wednesday about Jorge Glas, the former vice-president who has been in the Mexican embassy "
     "since Sunday. Neither of the two notes that were published after the call says how long he may stay. Outside "
     "the embassy a dozen of his followers sang carols."),
    ("x06", "Guayas Morning Mail", "EFE", "2023-12-22", "Glas: ministers on the phone",
     "The foreign ministers of Ecuador and Mexico, Gabriela Sommerfeld and Alicia Bárcena, spoke by phone on "
     "Wednesday about Jorge Glas, the former vice-president who has been in the Mexican embassy since Sunday. Neither "
     "of the two notes that were published after the call says how long he may stay. (EFE)"),
    ("x07", "Ministry of Production, Foreign Trade, Investment and Fisheries, Ecuador", None, "2024-02-26", "Minister García to travel to Mexico",
     "Minister Sonsoles García will visit Mexico City on March 18 and 19 to hold talks with Mexico's Secretary of "
     "Economy, Raquel Buenrostro, on the trade agreement that the two countries have been negotiating, the ministry "
     "announced on Monday. Shrimp, bananas and tuna are the chapters that remain open."),
    ("x08", "The Anáhuac Chronicle", None, "2024-03-15", "Trade talks with Ecuador put back",
     "A visit to Mexico City by Ecuador's trade minister, Sonsoles García, which was to begin on Monday, has been put "
     "back to April 15 and 16 because of a strike of customs officers, the Mexican Secretariat of Economy said on "
     "Thursday. Shrimp farmers in Sinaloa, who want no agreement at all, said they could wait."),
    ("x09", "Pichincha Post", None, "2024-03-05", "Mexico says no to search of embassy",
     "Mexico has rejected Ecuador's request that the police be let into the embassy in Quito to arrest Jorge Glas, "
     "two officials said on Monday. The request was made in a note of February 29. Foreign Minister Gabriela "
     "Sommerfeld told this newspaper that the government would go on insisting."),
    ("x10", FOREIGN_ECUADOR, None, "2024-04-04", "Communiqué",
     "The Government of Ecuador has declared the Ambassador of Mexico, Raquel Serur, persona non grata, in view of "
     "the very unfortunate statements that President Andrés Manuel López Obrador made on Wednesday about the "
     "elections of 2023. Ecuador is still mourning a candidate for the presidency who was murdered, the Ministry "
     "said. It demanded that Mexico respect the sovereignty of Ecuador."),
    ("x11", FOREIGN_MEXICO, None, "2024-04-05", "Mexico grants asylum to Jorge Glas",
     "The Government of Mexico decided on Friday to grant political asylum to Jorge Glas and will ask Ecuador for "
     "safe conduct for him, Foreign Secretary Alicia Bárcena announced. Ambassador Raquel Serur will be brought home "
     "in an aircraft of the Air Force. The Embassy in Quito stays open, with the head of chancery, Roberto Canseco, "
     "in charge."),
    ("x12", "Reuters", "Reuters", "2024-04-06", "Mexico breaks with Ecuador after raid on embassy",
     "QUITO (Reuters) - Ecuadorian police broke into Mexico's embassy in Quito late on Friday and arrested Jorge "
     "Glas, the former vice-president, hours after Mexico had given him asylum. Mexico broke off diplomatic relations "
     "with Ecuador at once. President Andrés Manuel López Obrador called the raid a flagrant violation of "
     "international law.\n\n\"How can this be? It cannot be, this is crazy,\" the head of the chancery, Roberto "
     "Canseco, told a television crew in the street after officers had pushed him to the ground."),
    ("x13", "Presidency of the Republic, Ecuador", None, "2024-04-06", "Statement to the nation",
     "No criminal can be taken for a victim of political persecution, the Presidency said on Saturday. There was a "
     "real risk that Mr. Glas would flee. Foreign Minister Gabriela Sommerfeld told reporters at Carondelet Palace "
     "that every chance of a dialogue with Mexico had been used up: the Vice Minister of Human Mobility, Alejandro "
     "Dávalos, had spoken by phone with the head of the Mexican chancery, Roberto Canseco, on Friday evening."),
    ("x14", FOREIGN_MEXICO, None, "2024-04-07", "Personnel return from Quito",
     "The staff of the Embassy of Mexico in Quito and their families returned to Mexico City on Sunday on a "
     "commercial flight. The ambassadors of Germany, Panama, Cuba and Honduras went with them to the airport, and "
     "Foreign Secretary Alicia Bárcena received them. The Embassy and its consular section are closed until further "
     "notice. Asked about a call with Vice Minister Alejandro Dávalos, Roberto Canseco said that no such conversation "
     "had taken place."),
    ("x15", "Secretariat of Economy, Mexico", None, "2024-04-08", "Negotiations with Ecuador",
     "The visit of Ecuador's Minister of Production, Sonsoles García, on April 15 and 16 has been cancelled because "
     "of the assault on the Embassy in Quito, the Secretariat said on Monday. Mexico has likewise suspended the trade "
     "talks with Ecuador. Importers of cacao may turn to the Secretariat's telephone service."),
    ("x16", "AP", "AP", "2024-05-01", "Ecuador defends itself in The Hague",
     "THE HAGUE, Netherlands (AP) - Ecuador told the United Nations' top court on Wednesday that Mexico had abused "
     "its embassy for months to shelter a convict, a day after Mexico's lawyers had asked the judges to have the "
     "building protected. Ecuador's agent, Andrés Terán Parral, said that Ecuador would protect the premises, the "
     "property and the archives of the Mexican mission and would allow Mexico to clear them. A ruling is expected "
     "within weeks."),
    ("x17", "Pichincha Post", None, "2024-05-14", "Noboa would cook for López Obrador",
     "President Daniel Noboa has offered to meet Mexico's president, Andrés Manuel López Obrador, over a ceviche or a "
     "taco, in whichever of the two countries he prefers. López Obrador declined on Monday: first, he said at his "
     "morning press conference in Mexico City, Ecuador had to apologise."),
    ("x18", "Reuters", "Reuters", "2024-05-23", "World court turns down Mexico's plea against Ecuador",
     "THE HAGUE (Reuters) - The International Court of Justice on Thursday turned down a request by Mexico for "
     "emergency measures against Ecuador. The judges found that there was no urgency, since Ecuador had pledged at "
     "the hearing that it would protect the premises, the property and the archives of the Mexican mission. Mexico's "
     "case over the raid of April 5, and one that Ecuador has brought over the asylum of Glas, will take years."),
    ("x19", "Federal Department of Foreign Affairs, Switzerland", None, "2024-06-25", "Protecting power mandate for Ecuador and Mexico",
     "At the request of both governments, Switzerland will represent the interests of Mexico in Ecuador and those of "
     "Ecuador in Mexico. Federal Councillor Ignazio Cassis signed the agreement with Foreign Secretary Alicia Bárcena "
     "on the Bürgenstock on 15 June, and that with Ecuador's ambassador, Verónica Bustamante, in Bern on Monday. "
     "Diplomatic relations between Mexico and Ecuador have been broken off since April."),
    ("x20", "Pichincha Post", None, "2024-07-01", "A point that is enough",
     "Ecuador and Mexico met in Glendale, Arizona, on Sunday night and parted at 0-0, which sends Ecuador to the "
     "quarter-finals of the Copa América and Mexico home. A penalty given to the Mexicans in the last minute was "
     "withdrawn. The Ecuadorian coach, Félix Sánchez, embraced his Mexican counterpart, Jaime Lozano, who had "
     "promised his people a final."),
    ("x21", "The Anáhuac Chronicle", None, "2024-10-02", "De la Fuente moves in",
     "President Claudia Sheinbaum on Tuesday appointed Juan Ramón de la Fuente foreign secretary; Alicia Bárcena "
     "moves to the environment. No delegation of Ecuador was at Tuesday's inauguration, for none had been invited. "
     "The file on Quito that he inherits has not grown since April: the last time that the two foreign ministers "
     "spoke was in December, on the phone."),
    ("x22", FOREIGN_MEXICO, None, "2024-11-13", "Ibero-American Summit",
     "Mexico has declined Ecuador's invitation to the Ibero-American Summit in Cuenca on November 14 and 15, which "
     "the Swiss embassy had passed on, the Secretariat said on Wednesday. There are no diplomatic relations with the "
     "host. Mexico will send its proposals to the Ibero-American General Secretariat in Madrid."),
]  # fmt: skip

PRIME_MINISTER = "Prime Minister of Australia"
FOREIGN_AUSTRALIA = "Minister for Foreign Affairs, Australia"
FOREIGN_CHINA = "Ministry of Foreign Affairs, China"

AUSTRALIA_CHINA: list[Doc] = [
    ("a01", FOREIGN_AUSTRALIA, None, "2023-07-14", "Meeting with Director Wang Yi",
     "Last night in Jakarta I met with Wang Yi, Director of the Office of the Central Commission for Foreign Affairs "
     "of China. I said that Cheng Lei and Yang Hengjun should be reunited with their families. I also raised the "
     "trade impediments that remain, barley and wine among them. We agreed to hold the High Level Dialogue in Beijing "
     "before the end of the year.\n\nSenator the Hon Penny Wong"),
    ("a02", FOREIGN_CHINA, None, "2023-07-13", "Wang Yi Meets with Australian Foreign Minister Penny Wong",
     "On July 13, 2023, Wang Yi, Director of the Office of the Central Commission for Foreign Affairs, met with "
     "Australian Foreign Minister Penny Wong in Jakarta.\n\nWang Yi urged Australia to provide a fair and "
     "non-discriminatory environment for Chinese companies. He stressed that China and Australia have no historical "
     "grievances. The two sides agreed to hold the High-Level Dialogue in Beijing before the end of the year. Penny "
     "Wong said that Australia would hold to the one-China policy."),
    ("a03", "AAP", "AAP", "2023-09-07", "Albanese to go to Beijing as dialogue restarts",
     "Prime Minister Anthony Albanese met Chinese Premier Li Qiang on the sidelines of the East Asia Summit in "
     "Jakarta on Thursday and said afterwards that he would visit China before the end of the year.\n\nIn Beijing, a "
     "delegation led by former trade minister Craig Emerson sat down the same day with a Chinese one under former "
     "foreign minister Li Zhaoxing for the first High Level Dialogue since 2020."),
    ("a04", "Yarra Daily", "AAP", "2023-09-08", "PM bound for Beijing",
     "Prime Minister Anthony Albanese met Chinese Premier Li Qiang on the sidelines of the East Asia Summit in "
     "Jakarta on Thursday and said afterwards that he would visit China before the end of the year. (AAP)"),
    ("a05", PRIME_MINISTER, None, "2023-10-22", "Visit to the People's Republic of China",
     "I will visit Beijing and Shanghai from 4 to 7 November. I look forward to meeting President Xi Jinping and "
     "Premier Li Qiang. We have also reached an agreement with China over wine: China will review its duties on "
     "Australian wine within five months, and Australia will suspend its case at the World Trade Organization for "
     "that time.\n\nThe Hon Anthony Albanese MP, Prime Minister"),
    ("a06", PRIME_MINISTER, None, "2023-11-07", "Meeting with President Xi",
     "Prime Minister Anthony Albanese met with President Xi Jinping at the Great Hall of the People in Beijing on "
     "Monday. It was the first visit to China by an Australian Prime Minister since 2016. The Prime Minister called "
     "for the removal of the remaining trade impediments and raised the case of Dr Yang Hengjun. The two leaders "
     "agreed to resume the Annual Leaders' Meeting. The Prime Minister invited Premier Li to Australia in 2024."),
    ("a07", "Xinhua", None, "2023-11-06", "Xi meets Australian prime minister",
     "BEIJING, Nov. 6 (Xinhua) -- Chinese President Xi Jinping met with Australian Prime Minister Anthony Albanese, "
     "who is on an official visit to China, at the Great Hall of the People on Monday.\n\nXi said that a small yard "
     "with a high fence protects nobody and urged Australia to be wary of attempts to stir up trouble in the "
     "Asia-Pacific. The two sides agreed to resume the annual meeting of their leaders. Albanese said that Australia "
     "would not seek to hold back China's development."),
    ("a08", "Department of Defence, Australia", None, "2023-11-18", "Unsafe and unprofessional interaction",
     "On Tuesday, 14 November, divers of HMAS Toowoomba were clearing fishing nets from her propellers in Japan's "
     "exclusive economic zone when a destroyer of the People's Liberation Army Navy came close and switched on its "
     "hull-mounted sonar. The divers suffered minor injuries. Deputy Prime Minister Richard Marles said on Saturday "
     "that Australia expected all countries, China included, to operate their militaries in a professional and safe "
     "manner."),
    ("a09", "Ministry of National Defense, China", None, "2023-11-20", "Spokesperson's remarks",
     "Asked about the Australian statement, Senior Colonel Wu Qian, spokesperson for the Ministry of National "
     "Defense, said on Monday that it did not tally with the facts. The destroyer Ningbo had kept a safe distance and "
     "had done nothing that could have hurt the divers, he said. He urged the Australian side to respect the facts "
     "and to stop making irresponsible accusations."),
    ("a10", "Harbour Bridge Herald", None, "2023-11-21", "Did he or didn't he?",
     "Prime Minister Anthony Albanese would not say on Monday whether he had brought up the sonar when he spoke with "
     "Chinese President Xi Jinping on the sidelines of the APEC summit in San Francisco last Thursday. \"I don't talk "
     "about private discussions on the sidelines,\" he told a television breakfast show. The opposition called it "
     "weakness. China's embassy in Canberra said that nothing had been raised."),
    ("a11", FOREIGN_AUSTRALIA, None, "2024-02-05", "Statement on Dr Yang Hengjun",
     "The Australian Government is appalled that Dr Yang Hengjun has been given a suspended death sentence in "
     "Beijing. I have directed the Secretary of my Department to summon the Chinese Ambassador, Xiao Qian, Foreign "
     "Minister Penny Wong said on Monday. Australia will not relent in its advocacy for Dr Yang."),
    ("a12", "AFP", "AFP", "2024-03-14", "China's Wang to visit Australia next week",
     "CANBERRA - Chinese Foreign Minister Wang Yi will visit Australia on March 20, the first such trip in seven "
     "years, Foreign Minister Penny Wong said on Thursday. Wang is to hold talks with her in Canberra. A visit by "
     "Chinese Commerce Minister Wang Wentao, to which the two sides agreed last May, has still not taken place, an "
     "Australian official said."),
    ("a13", FOREIGN_AUSTRALIA, None, "2024-03-20", "Australia-China Foreign and Strategic Dialogue",
     "Foreign Minister Penny Wong held talks with Chinese Foreign Minister Wang Yi in Canberra today at the seventh "
     "Australia-China Foreign and Strategic Dialogue. The Foreign Minister expressed concern over unsafe conduct at "
     "sea and over human rights in Xinjiang, Tibet and Hong Kong. The two ministers agreed to set up a dialogue on "
     "maritime affairs. Minister Wang undertook that China would let Dr Yang have the treatment his doctors ask for."),
    ("a14", FOREIGN_CHINA, None, "2024-03-20", "Wang Yi Holds Talks with Australian Foreign Minister Penny Wong",
     "On March 20, 2024, Foreign Minister Wang Yi held talks with Australian Foreign Minister Penny Wong in Canberra. "
     "Wang Yi said that Australia should not let third parties disturb the relationship and demanded an end to the "
     "restrictions on Chinese investors in critical minerals. The two sides agreed to set up a dialogue on maritime "
     "affairs. Wang Yi also met with Australian Prime Minister Anthony Albanese."),
    ("a15", "Ministry of Commerce, China", None, "2024-03-28", "Announcement on duties on Australian wine",
     "The Ministry of Commerce has decided to end the anti-dumping and countervailing duties on wine from Australia "
     "as of March 29, its spokesperson He Yadong said on Thursday. Given the change in the Chinese market, they are "
     "no longer necessary."),
    ("a16", "Reuters", "Reuters", "2024-05-07", "Flares over the Yellow Sea",
     "Australian Prime Minister Anthony Albanese said on Tuesday that a Chinese fighter had endangered an Australian "
     "naval helicopter by dropping flares in its path over the Yellow Sea on Saturday. Chinese Foreign Ministry "
     "spokesman Lin Jian said that the helicopter had flown close to China's airspace to provoke. No meeting of the "
     "two militaries has been called off over it, an official of the Department of Defence said."),
    ("a17", "Deputy Prime Minister of Australia", None, "2024-06-01", "Meeting with China's Minister of National Defence",
     "Deputy Prime Minister and Minister for Defence Richard Marles met with China's Minister of National Defence, "
     "Admiral Dong Jun, on the margins of the Shangri-La Dialogue in Singapore today. The Deputy Prime Minister "
     "raised the incident over the Yellow Sea. He said that Australia would go on sailing and flying where "
     "international law allows."),
    ("a18", PRIME_MINISTER, None, "2024-06-17", "Annual Leaders' Meeting",
     "Prime Minister Anthony Albanese today hosted the Premier of China, Li Qiang, in Canberra for the Annual "
     "Leaders' Meeting. The Premier is on a visit to Australia from 15 to 18 June. The two leaders agreed to restore "
     "the ministerial dialogue on climate change and to improve communication between the two militaries at sea. The "
     "Prime Minister voiced concern at the conduct of Chinese forces in the Yellow Sea. Premier Li stated that China "
     "would add Australia to its list of countries whose citizens need no visa."),
    ("a19", FOREIGN_CHINA, None, "2024-06-17", "Li Qiang Holds Annual Meeting with Australian Prime Minister",
     "On June 17, Premier Li Qiang held the ninth China-Australia Annual Leaders' Meeting with Australian Prime "
     "Minister Anthony Albanese at Parliament House in Canberra. Li Qiang said that China would send Adelaide a new "
     "pair of giant pandas and called on Australia to treat Chinese companies without discrimination. The two sides "
     "agreed to restore the ministerial dialogue on climate change. Albanese said that Australia would not support "
     "Taiwan independence."),
    ("a20", "Treasurer of Australia", None, "2024-08-30", "Visit to Beijing moved",
     "Treasurer Jim Chalmers's visit to Beijing, planned for 5 and 6 September, will now take place on 26 and 27 "
     "September because of a clash with the sittings of Parliament, his office said on Friday. The Treasurer will "
     "co-chair the Strategic Economic Dialogue, which has not met since 2017."),
    ("a21", "AAP", "AAP", "2024-09-27", "Chalmers ends Beijing trip",
     "Treasurer Jim Chalmers wound up a two-day visit to Beijing on Friday, the first by an Australian treasurer in "
     "seven years. On Thursday he and Zheng Shanjie, the chairman of China's National Development and Reform "
     "Commission, co-chaired the Strategic Economic Dialogue. Chalmers said that Australia would look at Chinese "
     "investment case by case."),
    ("a22", "Harbour Bridge Herald", None, "2024-10-11", "Lobsters before Christmas",
     "Prime Minister Anthony Albanese met Chinese Premier Li Qiang in Vientiane on Thursday, on the sidelines of the "
     "East Asia Summit. China will lift its ban on live Australian rock lobster by the end of the year, Albanese told "
     "reporters after the meeting; \"in time for Chinese New Year\", he added. Boats in Geraldton hooted their horns."),
    ("a23", "Xinhua", None, "2024-11-19", "Xi, Albanese meet in Rio",
     "RIO DE JANEIRO, Nov. 18 (Xinhua) -- Chinese President Xi Jinping met with Australian Prime Minister Anthony "
     "Albanese here on Monday on the sidelines of the G20 summit. Xi said that the turn for the better in relations "
     "must be kept up."),
    ("a24", "Yarra Daily", None, "2024-11-23", "Dragon boats on the lake",
     "Crews from Australia and China meet at Lake Burley Griffin on Sunday for the spring regatta that the weather "
     "had put off twice. The visitors from Foshan, who train with drums at four in the morning, agreed to lend a boat "
     "to the hosts. The Ambassador's cup is of pewter; the last time it was seen it held umbrellas."),
]  # fmt: skip


def write(case: str, documents: list[Doc]) -> None:
    rows = [
        {"id": i, "outlet": outlet, "agency": agency, "published": day, "title": title, "language": "en", "text": text}
        for i, outlet, agency, day, title, text in documents
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (HERE / case / "documents.jsonl").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    write("ecuador-mexico", ECUADOR_MEXICO)
    write("australia-china", AUSTRALIA_CHINA)
