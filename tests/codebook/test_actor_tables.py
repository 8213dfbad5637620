"""What the actor tables promise: no spelling belongs to two states, codes and flags are sound, facts hold."""

import re
from collections import defaultdict
from itertools import chain

import pytest

from detente.codebook import load

COUNTRIES = load().table("actors/countries")
ORGANISATIONS = load().table("actors/organisations")
OUTLETS = load().table("actors/outlets")
TABLES = {"countries": COUNTRIES, "organisations": ORGANISATIONS, "outlets": OUTLETS}

STATE_LISTS = ("aliases", "demonyms", "capital", "government_metonyms", "cities", "regions")
LISTS = {"countries": STATE_LISTS, "organisations": ("aliases",), "outlets": ("aliases", "agency_credits")}
ORGANISATION_KINDS = {
    "io", "ministry", "parliament", "party", "armed_group", "think_tank", "university", "company", "ngo",
}  # fmt: skip
OUTLET_KINDS = {"agency", "newspaper", "broadcaster", "magazine", "site"}
# Bodies that speak for a state or for themselves; all other kinds speak for no state.
OFFICIAL_KINDS = {"io", "ministry", "parliament"}
# Codes that ISO 3166-1 never gave to these states, in use for them all the same.
OUTSIDE_ISO = {"XKX", "SUN", "YUG", "CSK", "DDR", "SCG"}
EDTF_DAY = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


def parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def spellings(row: dict[str, str]) -> set[str]:
    return {row["name"], row["official_name"], *chain.from_iterable(parts(row[c]) for c in STATE_LISTS)}


def owners(rows: tuple[dict[str, str], ...], key: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for spelling in (row["name"], *parts(row["aliases"])):
            found[spelling].add(row[key])
    return found


def states_of(spelling: str) -> set[str]:
    return {row["iso3"] for row in COUNTRIES if spelling in spellings(row)}


def by_code(iso3: str) -> dict[str, str]:
    return next(row for row in COUNTRIES if row["iso3"] == iso3)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_name_and_a_source(table: str) -> None:
    assert not [row for row in TABLES[table] if not row["name"].strip() or not row["source"].strip()]


@pytest.mark.parametrize("table", TABLES)
def test_list_cells_have_no_empty_padded_or_repeated_parts(table: str) -> None:
    for row in TABLES[table]:
        for column in LISTS[table]:
            items = parts(row[column])
            assert all(item and item == item.strip() for item in items), (row["name"], column)
            assert len(items) == len(set(items)), (row["name"], column)


def test_no_spelling_belongs_to_two_states() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for row in COUNTRIES:
        for spelling in spellings(row):
            found[spelling].add(row["iso3"])
    assert not {s: states for s, states in found.items() if len(states) > 1}


@pytest.mark.parametrize("table", ["organisations", "outlets"])
def test_no_spelling_belongs_to_two_bodies_of_a_table(table: str) -> None:
    found = owners(TABLES[table], "name")
    assert not {s: names for s, names in found.items() if len(names) > 1}


def test_no_spelling_is_at_once_a_state_a_body_and_an_outlet() -> None:
    states = set(chain.from_iterable(spellings(row) for row in COUNTRIES))
    bodies, outlets = set(owners(ORGANISATIONS, "name")), set(owners(OUTLETS, "name"))
    assert not states & bodies
    assert not states & outlets
    assert not bodies & outlets


def test_country_codes_are_three_letters_and_unique() -> None:
    codes = [row["iso3"] for row in COUNTRIES]
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len(codes) == len(set(codes))


def test_country_codes_are_those_of_iso_3166() -> None:
    pycountry = pytest.importorskip("pycountry")
    known = {c.alpha_3 for c in pycountry.countries} | OUTSIDE_ISO
    assert {row["iso3"] for row in COUNTRIES} <= known
    taken = {c.alpha_3 for c in pycountry.countries}
    assert not {row["code"] for row in ORGANISATIONS} & taken


def test_bodies_and_outlets_point_to_states_of_the_table() -> None:
    known = {row["iso3"] for row in COUNTRIES} | {""}
    assert not [row["name"] for row in (*ORGANISATIONS, *OUTLETS) if row["country"] not in known]


def test_states_of_today_have_a_capital() -> None:
    assert not [row["name"] for row in COUNTRIES if not row["capital"] and not row["valid_to"]]


def test_flags_orders_and_kinds_are_in_their_sets() -> None:
    assert {row["name_order"] for row in COUNTRIES} == {"given_first", "family_first"}
    assert {row["caution"] for row in COUNTRIES} == {"true", "false"}
    assert {row["official"] for row in ORGANISATIONS} == {"true", "false"}
    assert {row["state_media"] for row in OUTLETS} == {"true", "false"}
    assert {row["kind"] for row in ORGANISATIONS} == ORGANISATION_KINDS
    assert {row["kind"] for row in OUTLETS} == OUTLET_KINDS


def test_only_states_organs_and_international_bodies_are_official() -> None:
    wrong = [r["name"] for r in ORGANISATIONS if (r["official"] == "true") != (r["kind"] in OFFICIAL_KINDS)]
    assert not wrong


def test_international_bodies_have_a_code_of_their_own_and_national_ones_a_state() -> None:
    states = {row["iso3"] for row in COUNTRIES}
    for row in ORGANISATIONS:
        if row["kind"] == "io":
            assert re.fullmatch("[A-Z]{3}", row["code"]), row["name"]
            assert row["code"] not in states, row["name"]
            assert not row["country"], row["name"]
        else:
            assert not row["code"], row["name"]


@pytest.mark.parametrize("table", ["countries", "organisations"])
def test_validity_dates_are_in_order(table: str) -> None:
    for row in TABLES[table]:
        assert EDTF_DAY.fullmatch(row["valid_from"]), row["name"]
        assert EDTF_DAY.fullmatch(row["valid_to"]), row["name"]
        assert not row["valid_to"] or row["valid_from"] <= row["valid_to"], row["name"]


@pytest.mark.parametrize(
    ("spelling", "iso3"),
    [
        ("Kyiv", "UKR"), ("Kiev", "UKR"), ("Donbas", "UKR"), ("Kremlin", "RUS"), ("Élysée", "FRA"),
        ("Elysee", "FRA"), ("PRC", "CHN"), ("Republic of China", "TWN"), ("Republic of Korea", "KOR"),
        ("DPRK", "PRK"), ("Burma", "MMR"), ("Côte d'Ivoire", "CIV"), ("Türkiye", "TUR"), ("Turkiye", "TUR"),
        ("Holy See", "VAT"), ("Nigerien", "NER"), ("Nigerian", "NGA"), ("Niger Delta", "NGA"),
        ("New Mexico", "USA"), ("Northern Ireland", "GBR"), ("Inner Mongolia", "CHN"), ("Swaziland", "SWZ"),
        ("Emirati", "ARE"), ("Hanoi", "VNM"), ("Congo-Brazzaville", "COG"), ("Soviet", "SUN"),
    ],
)  # fmt: skip
def test_a_spelling_names_its_state(spelling: str, iso3: str) -> None:
    assert states_of(spelling) == {iso3}


@pytest.mark.parametrize(
    "spelling",
    ["Korea", "Korean", "Kashmir", "Punjab", "Reading", "Victoria"],
)
def test_a_word_of_many_meanings_names_no_state(spelling: str) -> None:
    assert states_of(spelling) == set()


@pytest.mark.parametrize("town", ["Nice", "Cork", "Split", "Male", "Tours"])
def test_a_town_named_like_a_common_word_is_marked(town: str) -> None:
    assert states_of(town) and town in load().lexicon("actors/words")["towns_like_words"]


@pytest.mark.parametrize("iso3", ["GEO", "JOR", "TCD", "TUR", "GIN", "NER"])
def test_names_that_are_other_words_too_are_marked(iso3: str) -> None:
    assert by_code(iso3)["caution"] == "true"


@pytest.mark.parametrize("iso3", ["CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM"])
def test_family_name_comes_first(iso3: str) -> None:
    assert by_code(iso3)["name_order"] == "family_first"


def test_ambiguous_ministries_and_chambers_are_left_to_the_country_beside_them() -> None:
    bodies = owners(ORGANISATIONS, "name")
    assert not {"Foreign Ministry", "Foreign Office", "Congress", "Senate", "House of Representatives"} & set(bodies)


@pytest.mark.parametrize(
    ("spelling", "code", "country", "official"),
    [
        ("EU", "EUE", "", "true"), ("NATO", "NTO", "", "true"), ("IAEA", "IAE", "", "true"),
        ("UNHCR", "UNO", "", "true"), ("State Department", "", "USA", "true"), ("MEA", "", "IND", "true"),
        ("FCDO", "", "GBR", "true"), ("Knesset", "", "ISR", "true"), ("Hamas", "", "PSE", "false"),
        ("RSF", "", "SDN", "false"), ("Chatham House", "", "GBR", "false"), ("ICRC", "", "", "false"),
    ],
)  # fmt: skip
def test_a_body_is_coded(spelling: str, code: str, country: str, official: str) -> None:
    (row,) = [r for r in ORGANISATIONS if spelling in (r["name"], *parts(r["aliases"]))]
    assert (row["code"], row["country"], row["official"]) == (code, country, official)


@pytest.mark.parametrize(
    ("credit", "country", "state_media"),
    [("PTI", "IND", "false"), ("dpa", "DEU", "false"), ("Xinhua", "CHN", "true"), ("KCNA", "PRK", "true")],
)
def test_an_agency_credit_leads_to_its_agency(credit: str, country: str, state_media: str) -> None:
    (row,) = [r for r in OUTLETS if credit in parts(r["agency_credits"])]
    assert (row["kind"], row["country"], row["state_media"]) == ("agency", country, state_media)


def test_only_agencies_have_credits() -> None:
    assert not [row["name"] for row in OUTLETS if row["agency_credits"] and row["kind"] != "agency"]


def test_the_tables_reach_round_the_world() -> None:
    assert len(COUNTRIES) >= 193 + 10
    assert len({row["country"] for row in OUTLETS}) >= 100
    assert all(len(rows) >= 150 for rows in TABLES.values())
