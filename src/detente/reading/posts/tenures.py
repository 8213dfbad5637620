"""Who takes, leaves or holds which post, as the document says.

In: a scene, its cast and times. Out: `Tenure`s in the order of the text, each change once a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from detente.codebook import Codebook, Entry
from detente.model import Country, Edtf, Tenure, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.posts.appointing import AppointmentReader, Departures
from detente.reading.posts.bestowed import Bestowals, appointer
from detente.reading.posts.changedays import ChangeDays
from detente.reading.posts.fresh import NO_POSTS, FreshlyNamed, only_when_or_by_whom
from detente.reading.posts.intooffice import IntoOffice
from detente.reading.posts.named import given_in_order, in_order, left_first, named_by_office
from detente.reading.posts.newcomer import described, just_appointed, unnamed_state
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.model import TenureChange
    from detente.reading.words import Token

FORMER = "former "  # how the tables call who has left a post


class TenureReader:
    """Reads changes of post by the codebook's verbs, and posts held by titles."""

    def __init__(self, codebook: Codebook) -> None:
        self.entries = codebook.entries("tenures")
        lists = ("appoint", "remove", "leave", "take", "swap")
        words = codebook.lexicon("tenures/words")
        self.posts, self.successors = frozenset(words["posts"]), frozenset(words["successors"])
        self.succeeding, self.duties = frozenset(words["succeeding"]), frozenset(words["duties"])
        self.taking_over = frozenset(words["taking_over"])
        self.only_as, self.governments = frozenset(words["only_as"]), frozenset(words["governments"])
        self.naming, self.holding = frozenset(words["naming"]), frozenset(words["holding"])
        self.departures = Departures(words)
        self.appointments = AppointmentReader(frozenset(words["appointments"]))
        self.bestowals, self.days, self.fresh = Bestowals(words), ChangeDays(words), FreshlyNamed(words)
        self.taken_in = frozenset(words["taken_in"])
        self.into_office = IntoOffice(words)
        self.verbs = {w.partition("_")[0] for e in self.entries for name in lists for w in e.words(name)}
        self.verbs |= self.into_office.verbs

    def read(self, scene: Scene, cast_: Cast, times: Sequence[TimeExpression]) -> list[Tenure]:
        """The tenures of a document; a change outranks "holds" for the same person and post."""
        found = [
            t
            for s in scene.sentences
            for token in s.tokens
            if token.lemma_ in self.verbs and token.pos_ == "VERB"
            for t in self._changes(token, s, scene, cast_, times)
        ]
        found = just_appointed(found, scene)
        found += [t for s in scene.sentences for t in self._told_by_noun(s, scene, cast_, times)]
        found = self.days.read(found, scene, times)
        changed = {t.person for t in found}
        found += [t for t in self._held(scene, cast_) if t.person not in changed]
        found = [replace(t, post=self.fresh.unmarked(t.post)) for t in found]
        unique = {(t.person, t.post, t.change): t for t in reversed(found)}
        return sorted(unique.values(), key=lambda t: (t.evidence.start, t.person))

    def _changes(
        self, verb: Token, sentence: Sentence, scene: Scene, cast_: Cast, times: Sequence[TimeExpression]
    ) -> Iterator[Tenure]:
        past = syntax.tense(verb) in ("past", "present") or _taken_for_adjective(verb) is not None
        if syntax.negated(verb) or not past or self.bestowals.only_talked_of(verb):
            return
        for entry in self.entries:
            person, post = self._roles(entry, verb, sentence, cast_)
            if person is None or not person.name or (verb.lemma_ in self.only_as and not self._from_post(verb)):
                continue
            left = entry.data["change"] in ("removed", "resigned")
            again = None if left else self._same_post(verb, person, sentence, cast_)
            text = (again if self._to_the_post(verb) else None) or post
            text = text or ((self._as_before(verb, sentence, cast_) or person.post) if left else again)
            text = text or (self._held_before(verb, sentence, cast_) if left else None)
            if not text and left and verb.dep_ == "relcl":
                text = self._filled_again(verb, sentence, cast_)
            if not text and not left and _particle_verb(verb) in self.taking_over:
                text = _predecessors(verb, person, sentence, cast_)
            if not text and not left and self.into_office.told(verb):
                text = self.into_office.post(person, cast_)
            if not text and entry.data["change"] == "appointed" and verb.lemma_ in self.naming:
                text = _open_post(verb, sentence, cast_)
            if text:
                evidence = scene.cover(
                    sentence,
                    [t for t in verb.subtree if not t.is_punct or verb.left_edge.i < t.i < verb.right_edge.i],
                )
                yield Tenure(
                    person.name,
                    text,
                    _owned(text, sentence, cast_)
                    or self._country(verb, sentence, cast_)
                    or _office_country(text, sentence, cast_)
                    or (_state_told(verb, sentence, cast_) if syntax.is_passive(verb) else None)
                    or person.country
                    or (None if left else _appointed_by(text, sentence, cast_)),
                    cast("TenureChange", entry.data["change"]),
                    _when(verb, sentence, scene, times),
                    evidence,
                    entry.rule,
                )

    def _filled_again(self, verb: Token, sentence: Sentence, cast_: Cast) -> str | None:
        """ "appointed X minister in place of Y, whom it dismissed": the post that another was given."""
        above = syntax.clause_of(verb.head)
        given = any(above.lemma_ in e.words("appoint") for e in self.entries)
        return self._as(above, sentence, cast_) if given and above.i != verb.i else None

    def _to_the_post(self, verb: Token) -> bool:
        """ "X, ambassador in Y, is appointed to the post": what he was is no post that he is given."""
        return any(n.lemma_.lower() in self.posts for n in syntax.prepositional(verb, "to"))

    def _as_before(self, verb: Token, sentence: Sentence, cast_: Cast) -> str | None:
        """The post of "was removed as minister and replaced by Y"."""
        shares = verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "dobj") for c in verb.children)
        return self._as(verb.head, sentence, cast_) if shares and verb.head.pos_ == "VERB" else None

    def _from_post(self, verb: Token) -> bool:
        """ "dropped X as minister", "axed X from the cabinet": that a post is lost by it."""
        near = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))]
        told = (n for at in near for n in syntax.prepositional(at, "from", "of"))
        as_one = any(c.lower_ == "as" and c.dep_ == "prep" for at in near for c in at.children)
        return as_one or self._who_held(verb) or any(n.lemma_.lower() in self.governments for n in told)

    def _who_held(self, verb: Token) -> bool:
        """ "dropped X, who had held the post for years": that it is the post which is lost by it."""
        objects = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
        clauses = (c for o in objects for c in o.children if c.dep_ == "relcl" and c.lemma_ in self.holding)
        held = (n for c in clauses for n in c.children if n.dep_ == "dobj")
        return any(n.lemma_.lower() in self.posts for n in held)

    def _held_before(self, verb: Token, sentence: Sentence, cast_: Cast) -> str | None:
        """The post of "who had held the post", "dismissed from the post": the one named last before."""
        near = (m for m in cast_.mentions if sentence.index - 1 <= m.sentence <= sentence.index)
        told = [
            m.title_text for m in near
            if m.kind == "office" and m.title_text and (m.sentence < sentence.index or m.first < verb.i)
        ]  # fmt: skip
        out_of = any(
            n.lemma_.lower() in self.posts and any(c.lower_ in ("the", "that", "this") for c in n.children)
            for n in syntax.prepositional(verb, "from", "of")
        )
        return told[-1] if told and (out_of or self._who_held(verb)) else None

    def _told_by_noun(
        self, sentence: Sentence, scene: Scene, cast_: Cast, times: Sequence[TimeExpression]
    ) -> Iterator[Tenure]:
        """ "approved the appointment of X as its envoy"."""
        for gone in self.departures.read(sentence, cast_):
            entry = next(e for e in self.entries if e.data["change"] == gone.change)
            yield Tenure(
                gone.person.name or "", gone.person.post or "", gone.person.country, gone.change,
                _when(syntax.clause_of(gone.token), sentence, scene, times),
                scene.cover(sentence, gone.token.subtree), entry.rule,
            )  # fmt: skip
        entry = next(e for e in self.entries if e.data["change"] == "appointed")
        told_so = (*self.appointments.read(sentence, cast_), *self.bestowals.read(sentence, cast_))
        for told in (*told_so, *self.fresh.read(sentence, cast_)):
            verb = syntax.clause_of(told.token)
            yield Tenure(
                told.person.name or "", told.post, told.country or told.person.country, "appointed",
                _when(verb, sentence, scene, times) if told.token.dep_ != "amod" else Time(None, "actual", None),
                scene.cover(sentence, told.token.subtree), entry.rule,
            )  # fmt: skip

    def _roles(self, entry: Entry, verb: Token, sentence: Sentence, cast_: Cast) -> tuple[Entity | None, str | None]:
        lemma = verb.lemma_
        subject = syntax.passive_subject(verb) if syntax.is_passive(verb) else syntax.subject(verb)
        if lemma in entry.words("swap"):
            thing = syntax.direct_object(verb)
            near = [*syntax.prepositional(verb, "with", "by"), *(syntax.prepositional(thing, "with") if thing else ())]
            partners = [p for p in near if _person(p, sentence, cast_)]
            gone = syntax.passive_subject(verb) if syntax.is_passive(verb) else syntax.direct_object(verb)
            gone = gone or left_first(verb)
            if partners and gone is not None and (left := _person(gone, sentence, cast_)) is not None:
                post = self._as(verb, sentence, cast_) or self._as_before(verb, sentence, cast_) or left.post
                return _person(partners[0], sentence, cast_), post
        if lemma in entry.words("appoint") or lemma in entry.words("remove"):
            nouns = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative")] + (
                [subject] if syntax.is_passive(verb) and subject else []
            )
            nouns += syntax.prepositional(verb, "in") if lemma in self.taken_in else ()  # "swore in X as minister"
            small = [
                c
                for v in verb.children
                if v.dep_ in ("ccomp", "xcomp") and v.i > verb.i
                for c in v.children
                if c.dep_ in ("nsubj", "dobj")
            ]
            lost = _taken_for_adjective(verb)
            nouns += [lost] if lost is not None else []
            if verb.dep_ == "relcl" and any(n.lower_ in ("who", "whom") for n in nouns):
                nouns.append(verb.head)  # "in place of X, whom it dismissed"
            nouns += [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i and subject not in (None, c)]
            if (named := named_by_office(verb)) is not None:
                nouns = [named]
            if lemma in entry.words("appoint") and (given := given_in_order(verb, sentence, cast_))[1] is not None:
                return given
            found = self._appointee([*nouns, *small], verb, sentence, cast_)
            if found[0] is None or found[1] is None:
                appoints = lemma in entry.words("appoint")
                beside = in_order(verb, sentence, cast_) if appoints else (None, None)
                beside = described(verb, sentence, cast_) if appoints and beside[1] is None else beside
                found = beside if beside[1] is not None else found
            return found if found[0] is not None else self._of_main_clause(verb, sentence, cast_)
        if _particle_verb(verb) in entry.words("leave") and subject is not None:
            return _person(subject, sentence, cast_), self._as(verb, sentence, cast_)
        if entry.data["change"] == "appointed" and self.into_office.taken(verb) and subject is not None:
            return _person(subject, sentence, cast_), self._as(verb, sentence, cast_)
        if _particle_verb(verb) in entry.words("take") and subject is not None:
            taker, post = _person(subject, sentence, cast_), self._as(verb, sentence, cast_)
            return (None, None) if self._gives_it_away(taker, post, verb, entry) else (taker, post)
        return None, None

    def _gives_it_away(self, taker: Entity | None, post: str | None, verb: Token, entry: Entry) -> bool:
        """ "King X replaced Y as foreign minister": who heads the state does not take the post."""
        heads = taker is not None and taker.level in ("head_of_state", "head_of_government") and bool(taker.post)
        same = post is None or (taker is not None and post.lower() in (taker.post or "").lower())
        return heads and not same and verb.lemma_ in entry.words("swap")

    def _of_main_clause(self, verb: Token, sentence: Sentence, cast_: Cast) -> tuple[Entity | None, str | None]:
        """ "X is the new envoy, having been appointed by Y": person and post stand in the clause above."""
        main = verb.head
        opens = verb.tag_ == "VBN" and verb.i == sentence.tokens.start and not syntax.auxiliaries(verb)
        if verb.dep_ not in ("advcl", "acl") or not (syntax.is_passive(verb) or opens):
            return None, None
        subject = syntax.subject(main) if main.pos_ in ("AUX", "VERB") else main
        person = _person(subject, sentence, cast_) if subject is not None else None
        if (post := self._as(verb, sentence, cast_)) or person is None:
            return person, post
        if opens and not only_when_or_by_whom(verb, sentence, cast_):
            return None, None
        return person, self._as(main, sentence, cast_) if main.lemma_ == "be" else (person.post if opens else None)

    def _same_post(self, verb: Token, person: Entity, sentence: Sentence, cast_: Cast) -> str | None:
        """ "appointed Y to the post", "named Y in his place", "Y was chosen to succeed him": the post told of last."""
        again = self.posts | self.successors
        nouns = [n for n in syntax.prepositional(verb, "to", "in", "as", "for") if n.lemma_.lower() in again]
        after = [c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.lemma_ in self.succeeding]
        if not nouns and not after:
            return None
        names = {m.head for m in cast_.mentions if cast_.entities.get(cast_.mentions.index(m)) is person}
        told = [
            m
            for m in cast_.mentions
            if m.kind in ("office", "person")
            and m.title_text
            and sentence.index - 1 <= m.sentence <= sentence.index
            and (m.sentence < sentence.index or m.first < verb.i)
            and m.head not in names
        ]
        return told[-1].title_text if told else None

    def _appointee(
        self, nouns: Sequence[Token], verb: Token, sentence: Sentence, cast_: Cast
    ) -> tuple[Entity | None, str | None]:
        for noun in nouns:
            person = _person(noun, sentence, cast_)
            if person is not None:
                post = self._as(verb, sentence, cast_, noun)
                return person, post or _new_office(noun, sentence, cast_)
        return None, None

    def _as(self, verb: Token, sentence: Sentence, cast_: Cast, person: Token | None = None) -> str | None:
        """The post: after "as", or as a second object ("named X ambassador")."""
        held = [n for at in (verb, person) if at is not None for n in syntax.prepositional(at, "of", "from")]
        for duty in (n for n in held if n.lemma_.lower() in self.duties):
            after = sentence.passage.doc[duty.i + 1 : min(duty.i + 5, sentence.tokens.end)]
            offices = (_office(t, sentence, cast_) for t in after if after[0].lower_ in ("as", "of"))
            if (text := next((o for o in offices if o), None)) is not None:
                return text
        for at in [verb, *([person] if person is not None else [])]:
            for noun in [*syntax.prepositional(at, "as", "to"), *syntax.prepositional(at, "with")]:
                if (text := _office(noun, sentence, cast_)) is not None:
                    return text
        being = [c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ == "be"]  # "ceases to be minister"
        for child in (*verb.children, *(c for b in being for c in b.children)):
            if child.dep_ in ("oprd", "attr", "dobj", "appos", "ccomp", "xcomp") and child != person:
                if (text := _office(child, sentence, cast_)) is not None:
                    return text
        return _last_office(verb, person, sentence, cast_)

    def _country(self, verb: Token, sentence: Sentence, cast_: Cast):  # type: ignore[no-untyped-def]
        """The appointing side's country: the subject's, the agent's of a passive."""
        sides = [syntax.subject(verb), *(syntax.prepositional(verb, "by") if syntax.is_passive(verb) else ())]
        sides += [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
        actors = [cast_.actor(s, sentence) for s in sides if s is not None]
        told = next((a.country for a in actors if a is not None and a.country and a.official), None)
        at_home = sides[0] is not None and unnamed_state(sides[0], cast_)
        return told or (cast_.home.of(sentence.index) if at_home else None)

    def _held(self, scene: Scene, cast_: Cast) -> Iterator[Tenure]:
        entry = next(e for e in self.entries if e.data.get("title"))
        seen: set[str] = set()
        for n, mention in enumerate(cast_.mentions):
            entity = cast_.entities.get(n)
            titled = mention.kind == "person" and mention.title is not None and mention.title.official
            if (
                titled
                and entity is not None
                and entity.name
                and mention.title_text
                and mention.title
                and mention.title.portfolio != "counterpart"
            ):
                if entity.name in seen:
                    continue
                seen.add(entity.name)
                yield Tenure(
                    entity.name,
                    entity.post or mention.title_text,
                    entity.country,
                    "holds",
                    Time(None, "actual", None),
                    cast_.span(mention),
                    entry.rule,
                )


def _taken_for_adjective(verb: Token) -> Token | None:
    """Y in "X on Monday relieved Y of his duties", where the parser took the verb for an adjective of the name."""
    lost = verb.dep_ == "amod" and verb.tag_ == "VBN" and verb.i > verb.sent.start and verb.head.i > verb.i
    dated = lost and verb.doc[verb.i - 1].ent_type_ == "DATE" and verb.head.pos_ == "PROPN"
    return verb.head if dated and verb.head.dep_ in ("appos", "nsubj", "dobj", "pobj") else None


def _predecessors(verb: Token, person: Entity, sentence: Sentence, cast_: Cast) -> str | None:
    """ "X succeeds him", "X took over from Y": the post of who held it."""
    things = [c for c in verb.children if c.dep_ == "dobj"] + list(syntax.prepositional(verb, "from"))
    before = (cast_.entity(t, sentence) for t in things)
    posts = (e.post for e in before if e is not None and e is not person and e.kind == "person" and e.post)
    return next((p[len(FORMER) :] if p.lower().startswith(FORMER) else p for p in posts), None)


def _particle_verb(verb: Token) -> str:
    particle = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.i == verb.i + 1), "")
    return f"{verb.lemma_}_{particle}" if particle in ("down", "over") else str(verb.lemma_)


def _person(token: Token, sentence: Sentence, cast_: Cast) -> Entity | None:
    for candidate in syntax.conjuncts(token):
        entity = cast_.entity(candidate, sentence)
        if entity is not None and entity.kind == "person":
            return entity
    return None


def _office(token: Token, sentence: Sentence, cast_: Cast) -> str | None:
    """The title of office that a noun heads, in the text's words."""
    for mention in cast_.mentions:
        if (
            mention.passage == sentence.passage.index
            and mention.kind == "office"
            and mention.core[0] <= token.i < mention.last
        ):
            return mention.title_text
    return None


def _office_country(post: str, sentence: Sentence, cast_: Cast) -> Country | None:
    """The state that stands beside the post: "as Australia's special envoy"; else of its last holder told of."""
    for mention in cast_.mentions:
        if mention.sentence == sentence.index and mention.kind == "office" and mention.title_text == post:
            return mention.country
    for n, mention in enumerate(cast_.mentions):
        near = sentence.index - 1 <= mention.sentence <= sentence.index
        entity = cast_.entities.get(n)
        if near and mention.title_text == post and entity is not None and entity.country:
            return entity.country
    return None


def _appointed_by(post: str, sentence: Sentence, cast_: Cast) -> Country | None:
    """The government told of last before a post that nothing beside it owns."""
    office = next((m for m in cast_.mentions if m.sentence == sentence.index and m.title_text == post), None)
    return appointer(office, sentence, cast_) if office is not None else None


def _open_post(verb: Token, sentence: Sentence, cast_: Cast) -> str | None:
    """The post that is to be filled: "Peru has a new envoy: X was picked", "It wanted an envoy. It chose X"."""
    for mention in reversed(cast_.mentions):
        near = sentence.index - 1 <= mention.sentence <= sentence.index and mention.kind == "office"
        if not near or mention.title is None or (mention.sentence == sentence.index and mention.first > verb.i):
            continue
        doc = cast_.scene.passages[mention.passage].doc
        wanted = doc[max(0, mention.first - 1)].lower_ in ("a", "an") and doc[mention.head].dep_ in ("dobj", "pobj")
        if wanted and not mention.title.name.startswith(("Former", "Retired", "Ex")):
            return mention.title_text
    return None


def _owned(post: str, sentence: Sentence, cast_: Cast) -> Country | None:
    """X of "as X's special envoy": the state that the post's own words say it is of."""
    office = next((m for m in cast_.mentions if m.sentence == sentence.index and m.title_text == post), None)
    doc = sentence.passage.doc
    owners = [c for t in doc[office.first : office.last] for c in t.children if c.dep_ == "poss"] if office else []
    named = (c.country for c in (cast_.entity(o, sentence) for o in owners if o.tag_ != "PRP$") if c is not None)
    return next((c for c in named if c), None)


def _state_told(verb: Token, sentence: Sentence, cast_: Cast) -> Country | None:
    """The state that is the subject of a clause before the appointment: "Oman wants an envoy: X has been named"."""
    subjects = (t for t in sentence.tokens if t.dep_ == "nsubj" and t.i < verb.i)
    actors = [a for t in subjects if (a := cast_.actor(t, sentence)) is not None and a.kind == "state"]
    return actors[0].country if actors else None


def _last_office(verb: Token, person: Token | None, sentence: Sentence, cast_: Cast) -> str | None:
    """The office named last in the verb's clause after the person, not one that an "a" makes an aside."""
    if person is None:
        return None
    ids = {t.i for t in verb.subtree}
    found = None
    for mention in cast_.mentions:
        if (
            mention.passage == sentence.passage.index
            and mention.kind == "office"
            and mention.head in ids
            and mention.first > person.i
            and not _in_aside(sentence.passage.doc[mention.head], verb)
        ):
            before = sentence.passage.doc[mention.first - 1].lower_
            before = (
                sentence.passage.doc[mention.first - 2].lower_
                if before not in ("a", "an") and mention.first > person.i + 2
                else before
            )
            if before not in ("a", "an"):
                found = mention.title_text
    return found


def _in_aside(post: Token, verb: Token) -> bool:
    """Whether an office is that of who appoints ("named by the king"), or stands in a clause about somebody."""
    between = [post, *(t for t in post.ancestors if verb.is_ancestor(t))]
    return any(t.dep_ in ("agent", "relcl") for t in between)


def _new_office(noun: Token, sentence: Sentence, cast_: Cast) -> str | None:
    """ "appointed a special envoy, Ambassador X, for Y": an office that somebody is told to be after the verb."""
    if noun.dep_ != "dobj" or not any(c.lower_ in ("a", "an") for c in noun.children):
        return None
    near = (m for m in cast_.mentions if m.sentence == sentence.index and m.kind == "office" and m.title is not None)
    office = next((m for m in near if m.core[0] <= noun.i < m.last), None)
    high = office is not None and office.title is not None and office.title.level not in NO_POSTS
    return office.title_text if office is not None and high else None


def _when(verb: Token, sentence: Sentence, scene: Scene, times: Sequence[TimeExpression]) -> Time:
    """The date of a verb's own clause, else of the clause whose subject it shares: "On Monday X left and named Y"."""
    own = _dated(verb, sentence, scene, times)
    if own.edtf is None and verb.dep_ == "relcl" and any(c.lower_ == "when" for c in verb.children):
        own = _at(verb.head, sentence, scene, times)  # "has been empty since 3 May, when X resigned"
    shares = verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return _when(verb.head, sentence, scene, times) if own.edtf is None and shares and verb.head.i != verb.i else own


def _dated(verb: Token, sentence: Sentence, scene: Scene, times: Sequence[TimeExpression]) -> Time:
    found: list[Time] = []
    for expression in times:
        if sentence.start <= expression.span.start < sentence.end and expression.edtf and expression.type == "date":
            token = next((t for t in sentence.tokens if scene.at(t, sentence) >= expression.span.start), None)
            before = token is not None and token.i == verb.i - 1 and _taken_for_adjective(verb) is not None
            if token is not None and (before or syntax.clause_of(token).i == verb.i):
                found.append(Time(expression.edtf, "actual", expression.span))
    closed = (t for t in found if ".." not in str(t.edtf))  # "X, until this week envoy in Y, was named Z on Friday"
    return next(closed, found[0] if found else Time(None, "actual", None))


def _at(day: Token, sentence: Sentence, scene: Scene, times: Sequence[TimeExpression]) -> Time:
    """The date that a token is part of; of "since 3 May" that day."""
    at = scene.at(day, sentence)
    for told in times:
        if told.span.start <= at < told.span.end and told.type == "date" and told.edtf:
            return Time(Edtf(told.edtf.removesuffix("/..")), "actual", told.span)
    return Time(None, "actual", None)
