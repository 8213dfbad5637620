"""Who says words, for whom, through whom, to whom and when.

In: a cue's verb with the words it reports. Out: a `Draft`, the statement not yet tied to an engagement; None
where nobody in the text can have said them. A draft keeps the words as a span and the tokens of its cue, so
that positions and commitments can be read from the same clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.model import Actor, Country, Medium, QuoteKind, Relay, RelayRole, Span, Statement, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.behalf import Behalf
from detente.reading.speech.cues import Cue, Cues, Media
from detente.reading.speech.outlets import Carrier, Outlets
from detente.reading.speech.posting import Posting
from detente.reading.speech.saidwhen import Telling
from detente.reading.speech.speakers import Speakers

if TYPE_CHECKING:
    from detente.reading.words import Token

PAPER = 3  # sentences back to the paper through which a body goes on speaking
DOCUMENTS = ("statement", "readout")
CONFIDENCE = {"direct": 0.85, "mixed": 0.8, "indirect": 0.8}
# Posts whose holders speak for themselves, unless they lead: soldiers and members of parliament.
OWN_VOICE = ("military", "parliament")
TURN = "speech/quotation"
NEAR, FURTHER = 2, 8  # sentences back to whoever says "it said"; the latter where his own official's acts are told
LOOSE = ("unknown", "letter")  # media that the sentence before may tell better


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it is tied to an engagement. `principal`: whose words a spokesman gives; `teller`: the one of
    another side, or of none, in whose words it stands."""

    sentence: Sentence
    cue: Cue | None
    cue_span: Span | None
    content: Span
    kind: QuoteKind
    speaker: Actor | None
    entity: Entity | None
    principal: Entity | None
    on_behalf_of: Country | None
    chain: tuple[Relay, ...]
    medium: Medium
    addressee: Actor | None
    addressed: Entity | None
    when: Time
    evidence: Span
    rule: str
    confidence: float
    nested: tuple[Draft, ...] = ()
    teller: Draft | None = None
    ascribed: bool = False  # what others only think that a state is of a mind to have

    @property
    def silent(self) -> bool:
        """Whether it tells of a deed (agreeing, inviting) and is no statement, though a promise or demand be in it."""
        return self.ascribed or (self.cue is not None and self.cue.silent)

    def ruled(self, rule: str) -> str:
        """The rule of what is concluded from it: with its own, where it is no statement that would show it."""
        return f"{rule} + {self.rule}" if self.silent else rule

    def statement(self, number: int, engagement: str | None) -> Statement:
        """The finished statement `s<number>`."""
        return Statement(
            f"s{number}",
            self.speaker,
            self.on_behalf_of,
            self.chain,
            self.cue_span,
            self.content,
            self.kind,
            self.medium,
            self.addressee,
            self.when,
            engagement,
            self.evidence,
            self.rule,
            self.confidence,
        )


@dataclass(slots=True)
class Attribution:
    """A verb that reports words, with whoever speaks."""

    cue: Cue
    token: Token
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something. `document`: the medium, when a statement or readout is itself said to speak."""

    actor: Actor | None
    entity: Entity | None
    document: str | None
    principal: Entity | None

    @property
    def side(self) -> Country | None:
        """For which state the words are said; a soldier of mere rank speaks for none."""
        if self.document and self.actor is not None:
            return self.actor.country or (self.principal.country if self.principal else None)
        if self.entity is not None:
            own = self.entity.portfolio in OWN_VOICE and self.entity.level in ("official", "unknown")
            if self.entity.kind == "person" or self.entity.country is not None:
                return self.entity.country if self.entity.official and not own else None
        return self.actor.country if self.actor is not None and self.actor.official else None

    @property
    def role(self) -> RelayRole:
        if self.entity is not None and self.entity.portfolio == "spokesperson":
            return "spokesperson"
        unnamed = self.actor is not None and self.actor.kind in ("unnamed", "group") and not self.actor.name
        return "unnamed_source" if unnamed else "speaker"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where words are said: the medium, the noun that names it, the outlet that quotes, who is addressed."""

    medium: Medium
    venue: Token | None
    outlet: Token | None
    hearer: Entity | None
    addressee: Actor | None
    carrier: Carrier | None = None


class Attributor:
    """Makes drafts of one document's cues; it remembers who spoke."""

    def __init__(self, cues: Cues, media: Media, scene: Scene, cast: Cast, times: Sequence[TimeExpression]) -> None:
        self.cues, self.media, self.scene, self.cast, self.times = cues, media, scene, cast, times
        self.words = cast.lexicon.words
        self.speakers = Speakers(cues, media, scene, cast)
        self.sides = Behalf(cues, cast)
        self.telling = Telling(scene, cast, times)
        self.outlets = Outlets(cues.words, scene, cast)
        self.posting = Posting(cues.words, media, scene, cast)
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        self.last_document: Country | None = None

    def draft(
        self,
        at: Attribution,
        content: Span,
        kind: QuoteKind,
        noun: Token | None = None,
        cue_span: Span | None = None,
    ) -> Draft | None:
        """The statement that a cue makes of some words; None when nobody in the text can have said them."""
        verb, sentence = at.token, at.sentence
        who, outlet = self.speakers.noun(verb, sentence, content) if noun is None else (noun, None)
        if who is None and not (self._voiceless(at) or kind == "direct"):
            return None
        issuer = self._issuer(who, sentence) if who is not None else None
        paper = who if who is not None and self._document(who) else None
        who = issuer or who
        speaker, entity = self._actor(who, sentence, content) if who is not None else (None, None)
        poster = self._poster(who, sentence, content) if kind == "direct" and who is not None else None
        if poster is not None and poster[0] is not None and (issuer is not None or entity is None):
            (speaker, entity), paper, who = poster, None, None
        if (
            who is not None
            and kind != "direct"
            and (speaker is None or not self.speakers.may_say(who, speaker, at.cue))
        ):
            return None
        document = self._document(who)
        voice = Voice(speaker, entity, document, self._principal(entity, speaker, content, document))
        setting = self._setting(at, paper, outlet, content)
        of_office = self.cast.own is not None and entity is not None and entity.kind != "person"
        stateless = entity is None or (of_office and entity.country is None)
        side = voice.side or (self.sides.joint(who, sentence) if who is not None and stateless else None)
        if document and voice.side is None and side is not None and speaker is not None:
            speaker = replace(speaker, country=side, official=True)
        if voice.side is not None and (document or (setting.venue is not None and setting.medium in DOCUMENTS)):
            self.last_document = voice.side
        cue_at = cue_span or self._cue_span(at)
        evidence = self.scene.span(
            min(content.start, cue_at.start, speaker.span.start if speaker else content.start),
            max(content.end, cue_at.end, speaker.span.end if speaker else content.end),
        )
        return Draft(
            sentence, at.cue, cue_at, content, kind, speaker, entity, voice.principal, side,
            self._chain(voice, setting, sentence) + self._papers(who, voice, setting, sentence),
            setting.medium, setting.addressee, setting.hearer,
            self.telling.when(verb, sentence, content, entity if kind == "direct" else None),
            evidence, at.cue.entry.rule, CONFIDENCE[kind] if entity else 0.55,
        )  # fmt: skip

    def turn(self, label: Span, content: Span) -> Draft:
        """The statement of one turn of a transcript."""
        sentence = self.scene.sentence_at(label.start) or self.scene.sentences[0]
        token = next(
            (t for t in reversed(list(sentence.tokens)) if self.scene.at(t, sentence) < label.end and t.is_alpha), None
        )
        actor, entity = self._actor(token, sentence) if token is not None else (None, None)
        if actor is None or actor.span.start >= label.end:
            actor, entity = Actor(None, None, None, None, "unnamed", False, label, (label,)), None
        voice = Voice(actor, entity, None, None)
        host = self.sides.home.of(-1) if self._hosts(label, actor) else None
        if host is not None and self._titled(label):
            actor = replace(actor, country=host, official=True)
            voice = replace(voice, actor=actor)
        evidence = self.scene.span(label.start, content.end)
        return Draft(
            sentence, None, label, content, "direct", actor, entity, None, voice.side or host,
            (Relay(actor.name or label.text, voice.role, label),), "unknown", None, None,
            Time(None, "reported", None), evidence, TURN, CONFIDENCE["direct"],
        )  # fmt: skip

    def _hosts(self, label: Span, actor: Actor) -> bool:
        """Whether an unknown one in a transcript answers rather than asks: he speaks for the state whose text it is."""
        words = {w.strip(".").lower() for w in label.text.split()}
        return actor.country is None and not words & set(self.cues.words["turn_labels"])

    def _titled(self, label: Span) -> bool:
        """Whether a label bears a title, as "MS. ALDEN" does and a diary's "Note" does not."""
        return bool({w.strip(".").lower() for w in label.text.split()} & set(self.cues.words["label_titles"]))

    def _voiceless(self, at: Attribution) -> bool:
        """Whether words may stand without a speaker: a charge, or a passive ("was told that", "it is said that")."""
        if at.cue.frame == "noun":
            return True
        return at.cue.force == "accuse" or (
            syntax.is_passive(at.token) and at.token.dep_ not in ("acl", "relcl", "amod")
        )

    def _actor(self, who: Token, sentence: Sentence, content: Span | None = None) -> tuple[Actor | None, Entity | None]:
        before = self._voices_before(sentence, content) if who.lower_ == "it" else []
        actor, entity = self.speakers.actor(who, sentence, self.last_document, before)
        return (self.sides.settled(who, sentence, actor, entity), entity) if actor is not None else (None, None)

    def _poster(self, who: Token, sentence: Sentence, content: Span) -> tuple[Actor | None, Entity | None] | None:
        """Whose the words of a post are that is said to speak: "the first of them read"."""
        before = self.telling.sentence_before(sentence, content)
        found = self.posting.author(who, sentence, before) or self.posting.replier(who, before)
        return self._actor(*found) if found is not None else None

    def _voices_before(self, sentence: Sentence, content: Span | None) -> list[Actor]:
        """The ministries and documents that spoke in the sentences before, or earlier in this one; where somebody's
        acts are told, and another state spoke last, those of his own state that spoke shortly before."""
        told = self._told_of(content, sentence) if content is not None else None
        near = self._voices(sentence, NEAR)
        if told is not None and near and all(a.country != told for a in near):
            near = [a for a in self._voices(sentence, FURTHER) if a.country == told] or near
        return near

    def _voices(self, sentence: Sentence, back: int) -> list[Actor]:
        near = [d for d in self.drafts if sentence.index - back <= d.sentence.index <= sentence.index]
        near = [d for d in near if d.on_behalf_of is not None]
        bodies = [d for d in near if d.speaker is not None and d.speaker.kind != "state" and _impersonal(d.speaker)]
        near = bodies or near  # "X wants Y, it says": the paper told of before, and not X
        return [d.speaker for d in sorted(near, key=lambda d: d.evidence.start) if d.speaker and _impersonal(d.speaker)]

    def _told_of(self, content: Span, sentence: Sentence) -> Country | None:
        """The state of the official whose acts some words tell: X's in "Mr X, it went on, trusted that …"."""
        inside = (t for t in sentence.tokens if content.start <= self.scene.at(t, sentence) < content.end)
        subject = next((t for t in inside if t.dep_ == "nsubj"), None)
        entity = self.cast.entity(subject, sentence) if subject is not None else None
        return entity.country if entity is not None and entity.official and entity.kind == "person" else None

    def _setting(self, at: Attribution, paper: Token | None, outlet: Token | None, content: Span) -> Setting:
        """The medium and the hearer; `paper` is the document that is said to speak."""
        medium, venue = self._medium(at.token, paper, at.sentence)
        before = self.telling.sentence_before(at.sentence, content) if medium in LOOSE else None
        if before is None and medium == "letter":  # "gave his version in a post.", and then: "“…,” X wrote"
            before = self.telling.paragraph_before(at.sentence, content)
        opening = self.scene.sentence_at(content.start)  # "wrote in a post on X. “…": one sentence to the parser
        posted = any(self.posting.told(s, content) for s in (at.sentence, opening) if s is not None)
        if medium in LOOSE and (posted or (before and self.posting.told(before))):
            medium = "social_media"
        hearer, addressee = self._addressee(at.token, at.cue, at.sentence)
        carrier = self.outlets.carrier(at.sentence, content) if paper is None else None
        if carrier is not None and carrier.medium != "unknown" and medium not in ("social_media", "speech"):
            medium, venue = carrier.medium, None
        return Setting(medium, venue, outlet, hearer, addressee, carrier)

    def _cue_span(self, at: Attribution) -> Span:
        tokens = [at.token, *(at.token.doc[i] for i in at.cue.extra if i - at.token.i <= 3)]
        return self.scene.cover(at.sentence, tokens)

    def _document(self, noun: Token | None) -> Medium | None:
        """The medium of a noun that can itself be said to say something: "the statement said"."""
        return self.media.documents.get(noun.lemma_.lower()) if noun is not None else None

    def _issuer(self, who: Token, sentence: Sentence) -> Token | None:
        """X in "a readout from X says": the words are X's, in the document."""
        if self._document(who) is None:
            return None
        owners = [*(c for c in who.children if c.dep_ == "poss"), *syntax.prepositional(who, "from", "by", "of")]
        owners += [a for c in who.children if c.dep_ == "acl" and (a := syntax.agent_of(c)) is not None]
        people = (o for o in owners if (e := self.cast.entity(o, sentence)) is not None and e.kind == "person")
        return next(people, None)

    def _principal(
        self, entity: Entity | None, speaker: Actor | None, content: Span, document: str | None
    ) -> Entity | None:
        """Whose words or acts a spokesman or a statement gives: the subject of what is said, where a person."""
        institution = speaker is not None and speaker.kind == "organisation" and speaker.official
        spokesman = entity is not None and entity.portfolio == "spokesperson" and entity.official
        if not (document or institution or spokesman):  # an opposition's spokesman speaks for no minister
            return None
        sentence = self.scene.sentence_at(content.start)
        if sentence is None:
            return None
        for token in sentence.tokens:
            at = self.scene.at(token, sentence)
            if content.start <= at < content.end and token.dep_ in ("nsubj", "nsubjpass", "poss"):
                found = self.cast.entity(token, sentence)
                if found is not None and found.kind in ("person", "office") and found is not entity and found.official:
                    mine = entity.country if entity else speaker.country if speaker else None
                    return found if mine in (None, found.country) else None
        return None

    def _medium(self, verb: Token, paper: Token | None, sentence: Sentence) -> tuple[Medium, Token | None]:
        """The medium, and the noun that names it ("in a statement")."""
        if (document := self._document(paper)) is not None:
            return document, paper
        fronted = [c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.tag_ == "VBN" and c.i < verb.i]
        # "In its note, issued on Monday, X said"
        opening = [n for c in fronted for n in syntax.prepositional(c, "in") if n.i < c.i]
        for token in [*syntax.prepositional(verb, "in", "at", "on", "during", "to", "via", "through"), *opening]:
            if token.lower_ in self.cues.words["not_posts"]:
                continue
            parts = [c.text for c in token.children if c.dep_ in ("compound", "amod", "nmod", "poss")]
            networks = [p for p in parts if self.media.said_in.get(p) == "social_media"]  # "in a Twitter message"
            for key in (_compound(token), *networks, token.lemma_, token.text, token.text.rstrip("."), *parts):
                if key in self.media.said_in and token.head.lower_ != "to":
                    return self.media.said_in[key], token
        heard = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
        for token in [*heard, *syntax.prepositional(verb, "to")]:
            if token.lower_ in self.media.audience:
                return self.media.audience[token.lower_], None
            if self._is_outlet(token, sentence):
                return "interview", None
        return self.media.verbs.get(verb.lemma_, "unknown"), None

    def _is_outlet(self, token: Token, sentence: Sentence) -> bool:
        """A known outlet, or a capitalised name with "the" that is neither person nor state ("told the Herald")."""
        entity = self.cast.entity(token, sentence)
        if entity is not None:
            return _is_press(entity)
        if token.lower_ in self.words["institutions"]:  # "urged the Kenyan Government"
            return False
        return token.pos_ == "PROPN" and token.ent_type_ in (
            "ORG",
            "WORK_OF_ART",
            "PRODUCT",
            "FAC",
            "LOC",
            "",
        )

    def _addressee(self, verb: Token, cue: Cue, sentence: Sentence) -> tuple[Entity | None, Actor | None]:
        heard = [
            c
            for c in verb.children
            if c.dep_ in ("dobj", "dative") and (cue.frame not in ("object", "deed", "as", "call"))
        ]
        heard += (
            list(syntax.prepositional(verb, "to", "on", "with")) if cue.entry.id in ("say", "urge", "voice") else []
        )
        if cue.frame == "order" or cue.force == "demand":
            inner = [c for c in verb.children if c.dep_ in ("ccomp", "advcl", "xcomp")]
            inner += [n for c in verb.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pcomp"]
            heard += [s for c in inner for s in c.children if s.dep_ == "nsubj"]
            heard += [
                n
                for c in verb.children
                if c.dep_ == "prep" and c.lower_ in ("on", "to", "upon", "for", "from", "of")
                for n in c.children
                if n.dep_ == "pobj"
            ]
        for token in heard:
            actor = self.cast.actor(token, sentence)
            if actor is not None:
                return self.cast.entity(token, sentence), actor
        return None, None

    def _chain(self, voice: Voice, setting: Setting, sentence: Sentence) -> tuple[Relay, ...]:
        """Through whom the words came: principal, spokesman, document, outlet."""
        links: list[Relay] = []
        principal, speaker = voice.principal, voice.actor
        if principal is not None and principal.spans:
            name = principal.name or principal.post or principal.spans[0].text
            links.append(Relay(name, "speaker", principal.spans[0]))
        if speaker is not None and not voice.document and not _paper_again(speaker):
            links.append(Relay(speaker.name or speaker.post or speaker.span.text, voice.role, speaker.span))
        if speaker is not None and voice.document:
            links.append(Relay(speaker.span.text, "statement", speaker.span))
        elif setting.venue is not None and self._is_document(setting.venue):
            span = self.scene.cover(sentence, [t for t in setting.venue.subtree if t.i <= setting.venue.i])
            links.append(Relay(span.text, "statement", span))
        if setting.outlet is not None:
            links.append(
                replace(self._outlet(setting.outlet, sentence), role=self._quoting_role(setting.outlet, sentence))
            )
        elif setting.addressee is not None and setting.hearer is not None and _is_press(setting.hearer):
            links.append(Relay(setting.hearer.name or setting.addressee.span.text, "outlet", setting.addressee.span))
        elif setting.carrier is not None:
            links.append(Relay(setting.carrier.name, "outlet", setting.carrier.span))
        return tuple(links)

    def _quoting_role(self, quoting: Token, sentence: Sentence) -> RelayRole:
        """ "Was quoted as saying in a statement": through a paper or a spokesman, and not an outlet."""
        if (who := self.cast.entity(quoting, sentence)) is not None and who.portfolio == "spokesperson":
            return "spokesperson"
        actor = self.cast.actor(quoting, sentence)
        if actor is not None and actor.official and actor.kind == "organisation":  # a ministry that quotes its minister
            return "speaker"
        return "statement" if self.media.documents.get(quoting.lemma_.lower()) in DOCUMENTS else "outlet"

    def _papers(self, who: Token | None, voice: Voice, setting: Setting, sentence: Sentence) -> tuple[Relay, ...]:
        """The paper that a body speaks through, told of shortly before: "… issued a statement. …, it said"."""
        if voice.actor is not None and _paper_again(voice.actor):
            return (Relay(voice.actor.mentions[0].text, "statement", voice.actor.mentions[0]),)
        kinds = ("organisation", "state") if who is not None and who.lower_ == "it" else ("organisation",)
        body = voice.actor is not None and voice.actor.official and voice.actor.kind in kinds
        told = setting.venue is not None and self._is_document(setting.venue)
        if who is None or not body or told or voice.document or setting.outlet is not None:
            return ()
        for before in reversed(self.scene.sentences[max(0, sentence.index - PAPER) : sentence.index]):
            papers = (t for t in before.tokens if self.media.documents.get(t.lemma_.lower()) in DOCUMENTS)
            paper = next((t for t in papers if t.pos_ == "NOUN"), None)
            if paper is not None and sentence.passage.index - before.passage.index <= 1:
                span = self.scene.phrase(paper, before)
                return (Relay(span.text, "statement", span),)
        return ()

    def _is_document(self, venue: Token) -> bool:
        return self.media.said_in.get(_compound(venue), self.media.said_in.get(venue.lemma_)) in DOCUMENTS

    def _outlet(self, outlet: Token, sentence: Sentence) -> Relay:
        """The outlet that quotes, by its name where it is known ("the daily X" in full where not)."""
        last = next(
            (
                c.i
                for c in outlet.children
                if c.dep_ == "appos" and (c.i <= outlet.i + 3 or c.left_edge.i == outlet.i + 1)
            ),
            outlet.i,
        )
        span = self.scene.cover(sentence, [t for t in outlet.subtree if outlet.left_edge.i <= t.i <= last])
        found = self.cast.actor(outlet, sentence)
        known = found.name if found is not None and found.kind != "person" else None
        return Relay(known or span.text, "outlet", span)


def _is_press(entity: Entity) -> bool:
    """An organisation that speaks for no state or body: an outlet."""
    return entity.kind == "organisation" and not entity.official


def _paper_again(speaker: Actor) -> bool:
    """Whether "it" stands for a state's paper that spoke before."""
    paper = speaker.kind == "unnamed" and speaker.official and speaker.country is not None
    return paper and speaker.span.text.lower() == "it" and len(speaker.mentions) > 1


def _impersonal(speaker: Actor | None) -> bool:
    """A ministry, a state or a document: what "it" can stand for."""
    return speaker is not None and speaker.kind in ("organisation", "unnamed", "state")


def _compound(noun: Token) -> str:
    """A noun with the nouns compounded to it, lower case: "press conference"."""
    parts = [c for c in noun.children if c.dep_ == "compound" and c.i == noun.i - 1]
    return " ".join(t.lower_ for t in [*parts, noun])
