"""Events by PLOVER: who does what to whom, from verbs, from nouns, and from the engagements.

In: a scene, its cast, times and engagements. Out: `EventDraft`s with directed actors, code, intensity,
realis and date. A recall is the sending state's act, a summons and an expulsion the receiving state's: the
codebook's frames say where source and target stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from detente.codebook import Codebook, Entry
from detente.model import (
    Actor,
    Country,
    Engagement,
    Event,
    PloverRoot,
    Quad,
    Realis,
    Span,
    Time,
    TimeExpression,
)
from detente.reading import calendar, syntax
from detente.reading.cast import Cast
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

HISTORY_DAYS = 90
MOST_PAIRS = 6
FORCE = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
MOODS = frozenset({"may", "might", "could", "can", "should", "must", "would"})


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event before it is numbered and tied to engagement and statement."""

    source: Actor
    target: Actor | None
    code: Entry | None
    root: PloverRoot
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    quad: Quad
    score: float | None
    realis: Realis
    when: Time
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    engagement: str | None = None

    def event(self, number: int, engagement: str | None, statement: str | None) -> Event:
        """The finished event `v<number>`."""
        return Event(
            f"v{number}",
            self.source,
            self.target,
            self.root,
            self.mode,
            self.cameo,
            self.contexts,
            self.quad,
            self.score,
            self.realis,
            self.when,
            self.engagement or engagement,
            statement,
            self.evidence,
            self.rule,
            self.confidence,
        )


class EventReader:
    """Reads events by the codebook's frames."""

    def __init__(self, codebook: Codebook) -> None:
        self.verbs: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        self.nouns: dict[str, list[Entry]] = defaultdict(list)
        for entry in codebook.entries("events"):
            for lemma in entry.words("verbs"):
                verb, _, particle = lemma.partition("_")
                self.verbs[verb].append((particle, entry))
            for noun in entry.words("nouns"):
                self.nouns[noun].append(entry)
        for options in self.verbs.values():
            options.sort(key=lambda o: (-len(o[0]), -len(o[1].words("needs")), -len(o[1].words("object"))))
        self.coding: dict[str, Any] = codebook.lexicon("events/engagements")

    def read(
        self, scene: Scene, cast_: Cast, times: Sequence[TimeExpression], engagements: Sequence[Engagement]
    ) -> list[EventDraft]:
        """The events of a document in the order of the text, each once."""
        names = cast_.lexicon.country_names
        found = [e for engagement in engagements for e in self._consultations(engagement, names)]
        work = _Search(self, scene, cast_, times)
        for sentence in scene.sentences:
            for token in sentence.tokens:
                found += work.at(token, sentence)
        return _without_repeats(sorted(found, key=lambda e: (e.evidence[0].start, e.evidence[0].end)))

    def _consultations(self, engagement: Engagement, names: Mapping[Country, str]) -> Iterator[EventDraft]:
        """CONSULT, both ways, between the first actors of each two countries of an engagement."""
        code = self.coding["forms"][engagement.form]
        realis = cast(Realis, self.coding["realis"][engagement.status.status])
        if engagement.background and realis == "actual":
            realis = "historical"
        sides: dict[str, Actor] = {}
        for participant in engagement.participants:
            if participant.actor.country:
                sides.setdefault(participant.actor.country, participant.actor)
        visitors = list(sides)
        for place in engagement.places if len(sides) == 1 else ():
            if place.country and place.country not in sides:
                name = names.get(place.country, place.name)
                sides[place.country] = Actor(name, None, None, place.country, "state", True, place.span, (place.span,))
        actors = list(sides.values())[:3]
        for one in actors:
            for other in actors:
                if one is not other and {one.country, other.country} & set(visitors):
                    back = "reverse" in code and other is actors[0]
                    yield EventDraft(
                        one,
                        other,
                        None,
                        "CONSULT",
                        code["mode"],
                        code["reverse"] if back else code["cameo"],
                        ("diplomatic",),
                        "Q1",
                        code["reverse_score"] if back else code["score"],
                        realis,
                        engagement.when,
                        engagement.evidence[:1],
                        f"events/engagements.{engagement.form}",
                        engagement.confidence,
                        engagement.id,
                    )


class _Search:
    def __init__(self, rules: EventReader, scene: Scene, cast_: Cast, times: Sequence[TimeExpression]) -> None:
        self.rules, self.scene, self.cast, self.times = rules, scene, cast_, times

    def at(self, token: Token, sentence: Sentence) -> Iterator[EventDraft]:
        """The events that a token names: as a verb, the first frame that fits; as a noun, the same."""
        if token.pos_ == "VERB" and token.dep_ != "amod":
            for particle, entry in self.rules.verbs.get(token.lemma_, ()):
                if _particle(token, particle) and self._words_fit(entry, token):
                    drafts = list(self._verb(entry, token, sentence))
                    if drafts:
                        yield from drafts
                        return
        elif token.pos_ in ("NOUN", "PROPN"):
            for entry in self.rules.nouns.get(token.lemma_.lower(), ()):
                drafts = list(self._noun(entry, token, sentence)) if self._words_fit(entry, token) else []
                if drafts:
                    yield from drafts
                    return

    def _words_fit(self, entry: Entry, token: Token) -> bool:
        needs, lacks = entry.words("needs"), entry.words("lacks")
        if not needs and not lacks:
            return True
        words = {w for t in token.subtree for w in (t.lower_, t.lemma_.lower())}
        return (not needs or bool(words & set(needs))) and not words & set(lacks)

    # -- verbs ----------------------------------------------------------------------------------

    def _verb(self, entry: Entry, verb: Token, sentence: Sentence) -> Iterator[EventDraft]:
        passive = syntax.is_passive(verb)
        thing = syntax.direct_object(verb)
        allowed = entry.words("object")
        if allowed and not (thing is not None and any(t.lemma_.lower() in allowed for t in syntax.conjuncts(thing))):
            return
        subject = syntax.agent_of(verb) if passive else syntax.subject(verb)
        sources = self._actors(subject, sentence) if subject is not None else []
        targets = self._targets(entry, verb, thing, sentence)
        yield from self._pairs(entry, sources, targets, verb, sentence)

    def _targets(self, entry: Entry, verb: Token, thing: Token | None, sentence: Sentence) -> list[Actor]:
        """The actors at the first place, of those that the frame lists, where there is one."""
        for place in entry.words("target"):
            if place == "object":
                nouns = [thing] if thing is not None else []
            elif place == "clause":
                nouns = [s for c in verb.children if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubj"]
            elif place == "dative":
                nouns = [c for c in verb.children if c.dep_ == "dative"]
            else:
                heads = [verb, *([thing] if thing is not None else [])]
                nouns = [n for h in heads for n in syntax.prepositional(h, *place.split())]
            found = [a for n in nouns for a in self._actors(n, sentence)]
            if found:
                return found
        return []

    def _noun(self, entry: Entry, noun: Token, sentence: Sentence) -> Iterator[EventDraft]:
        """ "Russia's war on Ukraine", "the Iraqi invasion of Kuwait", "an attack by X on Y"."""
        beside = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
        sources = [a for c in beside for a in self._actors(c, sentence, adjectives=True)]
        sources += [a for n in syntax.prepositional(noun, "by") for a in self._actors(n, sentence)]
        if not sources and noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
            subject = syntax.subject(noun.head)
            sources = self._actors(subject, sentence) if subject is not None else []
        places = entry.words("noun_target") or entry.words("target")
        heads = [noun, *([noun.head] if noun.dep_ == "dobj" else [])]
        targets = [a for h in heads for n in syntax.prepositional(h, *places) for a in self._actors(n, sentence)]
        if targets:
            yield from self._pairs(entry, sources, targets, noun, sentence)

    # -- actors ---------------------------------------------------------------------------------

    def _actors(self, token: Token, sentence: Sentence, adjectives: bool = False) -> list[Actor]:
        found = [self._actor(t, sentence, adjectives) for t in syntax.conjuncts(token)]
        return [a for a in found if a is not None]

    def _actor(self, token: Token, sentence: Sentence, adjectives: bool) -> Actor | None:
        """A state-linked actor: mentioned, or known by the country beside a noun ("a Greek tanker")."""
        actor = self.cast.actor(token, sentence)
        if actor is not None and (actor.country or (actor.kind == "organisation" and actor.official)):
            return actor
        country = self.cast.country_at(token, sentence) if adjectives else None
        country = country or (self.cast.country_beside(token, sentence) if token.pos_ in ("NOUN", "PROPN") else None)
        if country is None:
            return None
        span = self.scene.cover(sentence, [t for t in token.subtree if token.left_edge.i <= t.i <= token.i])
        name = self.cast.lexicon.country_names.get(country)
        return Actor(name, None, None, country, "state", True, span, (span,))

    def _pairs(
        self,
        entry: Entry,
        sources: Sequence[Actor],
        targets: Sequence[Actor],
        token: Token,
        sentence: Sentence,
    ) -> Iterator[EventDraft]:
        wanted = entry.words("target") or entry.words("noun_target")
        if not sources or (wanted and not targets and not entry.data.get("alone")):
            return
        pairs: list[tuple[Actor, Actor | None]] = []
        pairs += [(s, t) for s in sources for t in targets if self._apart(entry, s, t)][:MOST_PAIRS]
        if not pairs and entry.data.get("alone"):
            pairs += [(s, None) for s in sources][:MOST_PAIRS]
        if entry.data.get("symmetric"):
            pairs += [(t, s) for s, t in pairs if t is not None]
        when = self._when(token, sentence)
        realis = self._realis(token, sentence, when)
        evidence = self._evidence(token, sentence)
        for source, target in pairs:
            yield EventDraft(
                source,
                target,
                entry,
                cast(PloverRoot, entry.data["root"]),
                entry.data.get("mode"),
                entry.data.get("cameo"),
                entry.words("contexts"),
                cast(Quad, entry.data["quad"]),
                float(entry.data["score"]),
                realis,
                Time(when.edtf, "planned" if realis == "planned" else "actual", when.span),
                (evidence,),
                entry.rule,
                0.7 if source.name and target is not None and target.name else 0.6,
            )

    def _apart(self, entry: Entry, source: Actor, target: Actor) -> bool:
        """Two different actors; inside one country only what is done by force."""
        if source.span == target.span or (source.name is not None and source.name == target.name):
            return False
        return (
            source.country != target.country
            or source.country is None
            or (entry.data["root"] in FORCE and not (source.official and target.official))
        )

    # -- time and realis ------------------------------------------------------------------------

    def _when(self, token: Token, sentence: Sentence) -> Time:
        """The expression under the trigger or in its clause, nearest first."""
        clause = syntax.clause_of(token)
        best: tuple[int, int, TimeExpression] | None = None
        for expression in self.times:
            if (
                not sentence.start <= expression.span.start < sentence.end
                or expression.edtf is None
                or expression.type != "date"
            ):
                continue
            at = next((t for t in sentence.tokens if self.scene.at(t, sentence) >= expression.span.start), None)
            if at is None or expression.edtf.endswith("/.."):
                continue
            under = any(a == token for a in at.ancestors) and (syntax.clause_of(at) == clause or token.pos_ != "VERB")
            if under or syntax.clause_of(at) == clause:
                rank = (0 if under else 1, abs(at.i - token.i), expression)
                best = min(best, rank, key=lambda r: r[:2]) if best else rank
        if best is None:
            best = self._after(token, sentence)
        return Time(best[2].edtf, "actual", best[2].span) if best else Time(None, "actual", None)

    def _after(self, token: Token, sentence: Sentence) -> tuple[int, int, TimeExpression] | None:
        """An expression soon after the trigger with no other verb between, wherever the parser hung it."""
        for expression in self.times:
            if (
                self.scene.at(token, sentence) < expression.span.start < sentence.end
                and expression.edtf
                and expression.type == "date"
            ):
                between = [
                    t for t in sentence.tokens if t.i > token.i and self.scene.at(t, sentence) < expression.span.start
                ]
                if len(between) <= 8 and not any(t.pos_ in ("VERB", "AUX") for t in between):
                    return (2, len(between), expression)
                return None
        return None

    def _realis(self, token: Token, sentence: Sentence, when: Time) -> Realis:
        verb = token if token.pos_ == "VERB" else syntax.clause_of(token)
        if token.pos_ == "VERB":
            if syntax.negated(verb):
                return "denied"
            governed = self._governed(verb)
            if governed is not None:
                return governed
            helpers = set(syntax.auxiliaries(verb))
            conditional = any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)
            if helpers & MOODS or conditional:
                return "hypothetical"
            if syntax.tense(verb) == "future":
                return "planned"
        return (
            "historical"
            if self._old(when) or (token.pos_ == "VERB" and "had" in syntax.auxiliaries(verb))
            else "actual"
        )

    def _governed(self, verb: Token) -> Realis | None:
        """What a verb above makes of an event: urged to, plans to, denied that."""
        step = verb
        while step.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "conj", "advcl") and step.head != step:
            finite = step.tag_ in ("VBD", "VBZ", "VBP")
            step = step.head
            for realis, lemmas in self.rules.coding["governors"].items():
                if step.lemma_.lower() in lemmas and not (finite and realis != "denied"):
                    return cast(Realis, realis)
            if finite:
                return None
        return None

    def _old(self, when: Time) -> bool:
        bounds, published = calendar.bounds(when.edtf), calendar.bounds(self.scene.published)
        return bool(bounds and published and (published[0] - bounds[1]).days > HISTORY_DAYS)

    def _evidence(self, token: Token, sentence: Sentence) -> Span:
        """The trigger's clause, without what it reports; of a noun, its phrase."""
        kept = [t for t in token.subtree if not _below(t, token)]
        run = next(r for r in syntax.contiguous(kept) if token.i in {t.i for t in r})
        while len(run) > 1 and run[-1].is_punct:
            run = run[:-1]
        while len(run) > 1 and run[0].is_punct:
            run = run[1:]
        return self.scene.cover(sentence, run)


def _below(token: Token, top: Token) -> bool:
    while token != top:
        if token.dep_ in ("ccomp", "parataxis") or (token.dep_ == "conj" and token.pos_ == "VERB"):
            return True
        token = token.head
    return False


def _particle(verb: Token, particle: str) -> bool:
    if not particle:
        return True
    return any(c.lower_ == particle and c.i > verb.i and c.dep_ in ("prep", "prt", "advmod") for c in verb.children)


def _without_repeats(found: Sequence[EventDraft]) -> list[EventDraft]:
    """The same act between the same sides at the same time, told twice, is one event."""
    seen: dict[tuple[object, ...], EventDraft] = {}
    for draft in found:
        target = (draft.target.country, draft.target.name) if draft.target else None
        key = (
            draft.root,
            draft.mode,
            draft.source.country,
            draft.source.name,
            target,
            draft.when.edtf,
            draft.realis,
        )
        if key in seen and draft.engagement is None:
            continue
        seen.setdefault(key if draft.engagement is None else (*key, draft.engagement), draft)
    return list(seen.values())
