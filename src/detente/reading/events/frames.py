"""Events by frames: what the codebook's verbs and nouns say that a source does to a target.

In: a scene, its cast and times. Out: `EventDraft`s. A recall is the sending state's act, a summons and an expulsion the
receiving state's: the codebook's frames say where source and target stand. Frames give an event its mode and its CAMEO
code; which root holds is for `events` to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from detente.codebook import Codebook, Entry
from detente.model import Actor, PloverRoot, Quad, Time
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.events.happening import EventDraft, Happening
from detente.reading.scene import Scene, Sentence
from detente.reading.stances.aspromised import told_before

if TYPE_CHECKING:
    from detente.reading.words import Token

MOST_PAIRS = 6
BY = 9  # words after a noun of attacking within which "by" names the attacker
FORCE = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})


class FrameReader:
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
        self.bearing = frozenset(codebook.lexicon("events/words")["bearing"])
        for options in self.verbs.values():
            options.sort(key=lambda o: (-len(o[0]), -len(o[1].words("needs")), -len(o[1].words("object"))))

    def read(self, scene: Scene, cast_: Cast, happening: Happening) -> list[EventDraft]:
        """The events that frames see, in the order of the text."""
        work = _Search(self, scene, cast_, happening)
        return [e for sentence in scene.sentences for token in sentence.tokens for e in work.at(token, sentence)]


class _Search:
    def __init__(self, rules: FrameReader, scene: Scene, cast_: Cast, happening: Happening) -> None:
        self.rules, self.scene, self.cast, self.happening = rules, scene, cast_, happening

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
        thing = syntax.meant_by(thing) if thing is not None else None
        allowed = entry.words("object")
        if allowed and not (thing is not None and any(t.lemma_.lower() in allowed for t in syntax.conjuncts(thing))):
            return
        subject = syntax.agent_of(verb) if passive else syntax.subject(verb)
        sources = self._doers(entry, subject, sentence) if subject is not None else []
        targets = self._targets(entry, verb, thing, sentence)
        yield from self._pairs(entry, sources, targets, verb, sentence)

    def _doers(self, entry: Entry, subject: Token, sentence: Sentence) -> list[Actor]:
        """Who does it; of a frame that names its doers only those, with what they consist of: "columns of tanks"."""
        allowed = entry.words("doers")
        if not allowed:
            return self._actors(subject, sentence)
        if subject.lemma_.lower() not in allowed:
            named = (self.cast.actor(t, sentence) for t in syntax.conjuncts(subject))
            return [a for a in named if a and a.kind == "state" and a.country and entry.data.get("state_does")]
        whole = [subject, *(n for n in syntax.prepositional(subject, "of", "from") if n.pos_ in ("NOUN", "PROPN"))]
        return next((found for noun in whole if (found := self._actors(noun, sentence))), [])

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
            found = [a for n in nouns for a in self._actors(syntax.meant_by(n), sentence)]
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
        targets = targets or (self._who_bore(noun, sentence) if sources and entry.data["root"] == "ASSAULT" else [])
        if targets and not sources:  # "the invasion of X by Y", wherever the parser hung Y
            by = next((t for t in noun.doc[noun.i + 1 : noun.i + BY] if t.lower_ == "by"), None)
            sources = [a for n in by.children for a in self._actors(n, sentence)] if by is not None else []
        if targets:
            yield from self._pairs(entry, sources, targets, noun, sentence)

    def _who_bore(self, noun: Token, sentence: Sentence) -> list[Actor]:
        """X of "X repelled Y's invasion": whom it was aimed at."""
        verb = noun.head
        if noun.dep_ != "dobj" or verb.lemma_ not in self.rules.bearing or syntax.is_passive(verb):
            return []
        subject = syntax.subject(verb)
        return self._actors(subject, sentence) if subject is not None else []

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
        span = self.scene.phrase(token, sentence)
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
        when = self.happening.when(token, sentence)
        if when.edtf is None and entry.data["root"] == "ASSAULT":
            when = self.happening.only_old(sentence) or when
        realis = self.happening.realis(token, when)
        if realis == "actual" and entry.data["root"] == "AGREE" and told_before(token):
            realis = "historical"
        evidence = self.happening.evidence(token, sentence)
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


def _particle(verb: Token, particle: str) -> bool:
    if not particle:
        return True
    return any(c.lower_ == particle and c.i > verb.i and c.dep_ in ("prep", "prt", "advmod") for c in verb.children)
