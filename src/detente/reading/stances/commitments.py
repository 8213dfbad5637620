"""Commitments as a document tells of them: made, reaffirmed, called for, kept, broken, withdrawn.

In: a scene, its cast, statements and engagements. Out: `CommitmentDraft`s with whose promise it is and who
says so. A promise that only the other side speaks of is ascribed, and so unconfirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from detente.codebook import Codebook, Entry
from detente.model import CommitmentStatus, Country, Engagement, Span, Time, TimeExpression
from detente.reading import syntax
from detente.reading.actors.cast import Cast
from detente.reading.scene import Scene, Sentence
from detente.reading.speech.attribution import Draft
from detente.reading.stances.agreedlist import AgreedLists, one_by_one
from detente.reading.stances.aspromised import AsPromised, compared, none_given
from detente.reading.stances.calledfor import doer_over, done_nothing, high_time, in_passing, not_kept, whole
from detente.reading.stances.clauses import object_noun
from detente.reading.stances.intended import Intentions
from detente.reading.stances.jointly import JointReader
from detente.reading.stances.made import CommitmentDraft, grounded, says_so, side_telling, without_nested
from detente.reading.stances.origins import Origins
from detente.reading.stances.pledges import Pledge, PledgeReader
from detente.reading.stances.promised import Promised
from detente.reading.stances.reminders import Reminders
from detente.reading.stances.stated import subjunctive
from detente.reading.stances.together import Together, country_of
from detente.reading.stances.weagreed import we_agreed

if TYPE_CHECKING:
    from detente.reading.words import Token

LINKS = ("in", "by", "with", "to", "on", "from", "out", "of", "into", "off", "upon")
NEAR = 2  # sentences back to whoever a demand is made on by a pronoun
WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
MODALS = frozenset({"should", "must", "ought", "need", "have"})


class CommitmentReader:
    """Reads commitments by the codebook's verbs and nouns of promise."""

    def __init__(self, codebook: Codebook) -> None:
        words = self.words = codebook.lexicon("commitments/promises")
        self.nouns, self.references = frozenset(words["nouns"]), frozenset(words["references"])
        self.giving = frozenset(words["giving"])
        self.no_acts, self.selves = frozenset(words["no_acts"]), frozenset(words["selves"])
        self.entries = codebook.entries("commitments")
        agreeing = (lemma for e in self.entries if e.data.get("joint") for lemma in e.words("lemmas"))
        self.agreeing = frozenset(agreeing)
        self.joint = JointReader(words, self.agreeing, (w for e in self.entries for w in e.words("given")))
        self.keeping = frozenset(
            w.split("_")[0] for e in self.entries if e.data.get("demanded") for w in e.words("verbs")
        )
        self.verbs = {w.partition("_")[0] for e in self.entries for w in e.words("verbs")}
        self.patterns = {
            e.id: re.compile(str(e.data["pattern"]), re.IGNORECASE) for e in self.entries if e.data.get("pattern")
        }

    def read(
        self,
        scene: Scene,
        cast_: Cast,
        drafts: Sequence[Draft],
        times: Sequence[TimeExpression],
        engagements: Sequence[Engagement],
    ) -> list[CommitmentDraft]:
        """The commitments of a document in the order of the text."""
        voices = [v for d in drafts for v in (d, *d.nested)]
        work = _Search(self, scene, cast_, voices, times, engagements)
        keeping = self.keeping | frozenset(self.words["keeping_nouns"])
        pledges = PledgeReader(self.words, keeping, self.nouns, self.references, scene, cast_)
        called_in = [p for v in voices if _asks(v) and (p := pledges.read(v)) is not None]
        called_in += Reminders(self.words, scene, cast_, voices).read()
        rule = next(e.rule for e in self.entries if e.data.get("jointly"))
        beside = AsPromised(self.words, self.entries, scene, cast_, voices, work.promised)
        made = [*work.run(), *self._jointly(work, rule), *beside.read()]
        lists = AgreedLists(self.agreeing, frozenset(self.words["opening_lists"]), scene, cast_, work.together)
        told = one_by_one(made, lists.read(engagements), rule, work.promised, cast_.own)
        found = self._called_in(told, called_in)
        vows, dating = (frozenset(self.words[k]) for k in ("promising", "dating"))
        origins = Origins(self.nouns, self.references, vows, dating, scene)
        found = [grounded(c, origins) for c in found]
        return without_nested(sorted(found, key=lambda c: (c.content.start, -c.content.end, -len(c.by))))

    def _jointly(self, work: _Search, rule: str) -> Iterator[CommitmentDraft]:
        """What the sides have agreed together: a joint text says it for each, a report of it is no side's own word."""
        told = we_agreed(work.scene, work.cast, work.drafts, work.engagements, self.agreeing, self.words)
        for joint in (*self.joint.read(work.scene, work.cast, work.engagements), *told):
            yield CommitmentDraft(
                None,
                joint.by,
                (joint.teller,) if joint.teller and joint.teller not in joint.by else (),
                joint.content,
                "made",
                joint.teller or (joint.by[0] if len(joint.by) == 1 else work.cast.own),
                None,
                work.promised.due(joint.content),
                rule,
            )

    def _called_in(self, found: list[CommitmentDraft], pledges: Sequence[Pledge]) -> list[CommitmentDraft]:
        """The commitments with those that only the words show; one that says where it was made is kept as it is."""
        for pledge in pledges:
            own = pledge.content
            same = [c for c in found if c.status == "urged" and own.meets(c.content)]
            if any(c.refers_to is not None or c.content.end >= own.end - 1 for c in same):
                continue
            side = pledge.draft.on_behalf_of
            entry = next(e for e in self.entries if e.data.get("demanded"))
            found = [c for c in found if c not in same]
            found.append(
                CommitmentDraft(
                    pledge.draft, (pledge.by,), (side,) if side else (), own, "urged", side, None,
                    Time(None, "planned", None), entry.rule,
                )
            )  # fmt: skip
        return found


def _asks(draft: Draft) -> bool:
    """Whether a promise may be called in by it: a statement, or a deed that asks ("invited X to honour its word")."""
    return not draft.silent or (draft.cue is not None and draft.cue.force == "demand")


class _Search:
    def __init__(
        self,
        rules: CommitmentReader,
        scene: Scene,
        cast_: Cast,
        drafts: Sequence[Draft],
        times: Sequence[TimeExpression],
        engagements: Sequence[Engagement],
    ) -> None:
        self.rules, self.scene, self.cast = rules, scene, cast_
        self.drafts, self.engagements = drafts, engagements
        self.together = Together(scene, cast_, engagements)
        self.intended = Intentions(rules.words, scene, cast_, self.together)
        self.promised = Promised(rules.words, scene, cast_, times)

    def run(self) -> Iterator[CommitmentDraft]:
        for draft in self.drafts:
            made = [*self._made(draft)]
            yield from made or self._willed(draft)
        yield from self._together()
        for sentence in self.scene.sentences:
            for token in sentence.tokens:
                if token.lemma_ in self.rules.verbs and token.pos_ == "VERB":
                    yield from self._told(token, sentence)

    def _made(self, draft: Draft) -> Iterator[CommitmentDraft]:
        entry = self._entry(draft)
        if entry is None or not self._binds(draft, entry) or self._denied(draft):
            return
        pair = self.together.of(draft)
        if entry.data.get("joint") and len(pair) < 2:
            return
        by = (
            self._one_to_do_it(draft, pair)
            or pair
            or self._agreed_with(draft)
            or ((draft.on_behalf_of,) if draft.on_behalf_of else ())
        )
        if by:
            heard = draft.addressee.country if draft.addressee is not None else self._given_to(draft)
            if heard is None or heard in by:
                heard = self.promised.given_to(draft.content, draft.sentence, by)
            to = (heard,) if heard is not None and heard not in by else ()
            yield CommitmentDraft(
                draft,
                by,
                to,
                draft.content,
                "made",
                says_so(draft, self.drafts, by, self.cast.own, together=len(pair or by) > 1),
                None,
                self.promised.due(draft.content),
                draft.ruled(entry.rule),
            )

    def _one_to_do_it(self, draft: Draft, pair: tuple[Country, ...]) -> tuple[Country, ...]:
        """ "The ministers agreed that Togo would reopen the bridge": the act is of the one state that is named."""
        inside = range(draft.content.start, draft.content.end)
        tokens = [t for t in draft.sentence.tokens if self.scene.at(t, draft.sentence) in inside]
        top = next((t for t in tokens if t.head not in tokens or t.head == t), None)
        subject = next((c for c in top.children if c.dep_ == "nsubj"), None) if top is not None else None
        if len(pair) < 2 or subject is None or len(syntax.conjuncts(subject)) > 1:
            return ()
        actor = self.cast.actor(subject, draft.sentence)
        state = actor is not None and actor.kind == "state" and actor.country in pair
        return (actor.country,) if state and actor is not None and actor.country is not None else ()

    def _agreed_with(self, draft: Draft) -> tuple[Country, ...]:
        """ "X agreed with Y to build a dam": both have promised it."""
        verb = draft.sentence.passage.doc[draft.cue.token] if draft.cue is not None else None
        if verb is None or verb.lemma_ != "agree" or draft.on_behalf_of is None:
            return ()
        other = next((self._country(n, draft.sentence) for n in syntax.prepositional(verb, "with")), None)
        return (draft.on_behalf_of, other) if other not in (None, draft.on_behalf_of) else ()

    def _willed(self, draft: Draft) -> Iterator[CommitmentDraft]:
        """What a side says that it will do."""
        entry = next(e for e in self.rules.entries if e.data.get("own_will"))
        side, heard = draft.on_behalf_of, draft.addressee.country if draft.addressee is not None else None
        for span in self.intended.own(draft) if side is not None else ():
            assert side is not None
            if heard is None or heard == side:
                heard = self.promised.given_to(span, draft.sentence, (side,))
            to = (heard,) if heard is not None and heard != side else ()
            teller, rule = says_so(draft, self.drafts, (side,), self.cast.own), draft.ruled(entry.rule)
            status: CommitmentStatus = "reaffirmed" if self.intended.again(draft) else "made"
            yield CommitmentDraft(draft, (side,), to, span, status, teller, None, self.promised.due(span), rule)

    def _together(self) -> Iterator[CommitmentDraft]:
        """What the reporter says that the two sides will do."""
        entry = next(e for e in self.rules.entries if e.data.get("together"))
        bound = next(e for e in self.rules.entries if e.data.get("bound"))
        for side, span in self.intended.bound():
            teller, due = self._told_by(span) or side, self.promised.due(span)
            yield CommitmentDraft(None, (side,), (), span, "reaffirmed", teller, None, due, bound.rule)
        for by, span in self.intended.jointly():
            teller = self._told_by(span) or self.cast.own or by[0]
            yield CommitmentDraft(None, by, (), span, "made", teller, None, self.promised.due(span), entry.rule)

    def _told_by(self, span: Span) -> Country | None:
        """The side in whose statement some words stand."""
        around = [d for d in self.drafts if d.on_behalf_of and d.content.start <= span.start < d.content.end]
        inner = min(around, key=lambda d: d.content.end - d.content.start, default=None)
        return inner.on_behalf_of if inner is not None else None

    def _given_to(self, draft: Draft) -> Country | None:
        """Z in "promised Z a loan", "promised its neighbour's minister the release of …"."""
        verb = draft.sentence.passage.doc[draft.cue.token] if draft.cue is not None else None
        if verb is not None and verb.pos_ == "NOUN" and verb.dep_ == "dobj":
            verb = verb.head  # "gave its word to X that …"
        if verb is None or verb.pos_ != "VERB":
            return None
        takers = (c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP")
        things = [c for c in verb.children if c.dep_ == "dobj"]  # "promised X help"
        taker = next(takers, None) or syntax.passive_subject(verb) or (things[0] if len(things) == 2 else None)
        taker = taker or next(syntax.prepositional(verb, "to"), None)  # "pledged to X on Sunday to help"
        if taker is not None and taker.lower_ in ("her", "him", "us", "them"):  # "X said Y had assured her that …"
            return side_telling(draft, self.drafts)
        return self._country(taker, draft.sentence) if taker is not None else None

    def _denied(self, draft: Draft) -> bool:
        """ "denied that X had promised to …", "never promised to …": no promise."""
        verb = draft.sentence.passage.doc[draft.cue.token] if draft.cue is not None else None
        if verb is not None and verb.pos_ == "NOUN":
            return none_given(verb)  # "has made no commitment to do it", "never gave its word"
        if verb is None or verb.pos_ != "VERB":
            return False
        denied = verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in self.rules.words["denying"]
        return denied or syntax.negated(verb) or compared(verb)

    def _entry(self, draft: Draft) -> Entry | None:
        """The rule that makes a statement a promise: by its cue's force, by what was given or agreed, or because
        another side tells what the speaker said that he would do."""
        cue = draft.cue
        if cue is None:
            return None
        for entry in self.rules.entries:
            if cue.force in entry.words("force"):
                return entry
            if cue.frame in entry.words("frames") and self._lemma(draft) in entry.words("lemmas"):
                if not entry.words("things") or self._gives_thing(draft, entry):
                    return entry
            if entry.words("given") and self._gives(draft, entry):
                return entry
            if entry.data.get("ascribed") and self._ascribed(draft):
                return entry
        return None

    def _lemma(self, draft: Draft) -> str:
        """The lemma of a statement's cue."""
        cue = draft.cue
        return next((t.lemma_ for t in draft.sentence.tokens if cue is not None and t.i == cue.token), "")

    def _gives(self, draft: Draft, entry: Entry) -> bool:
        """ "gave an assurance that …", "offered a guarantee to …": a word of promise with what is promised."""
        inside = range(draft.content.start, draft.content.end)
        for token in draft.sentence.tokens:
            if draft.cue is None or token.lemma_.lower() not in entry.words("given"):
                continue
            if draft.cue.force == "demand":
                return False  # "sought the fulfilment of the promises": nothing is given
            if token.i == draft.cue.token:
                given = token.dep_ == "dobj" and token.head.lemma_ in self.rules.giving
                return given or (token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ not in self.rules.verbs)
            if draft.cue.frame == "object" and self.scene.at(token, draft.sentence) in inside:
                return any(c.dep_ in ("acl", "ccomp", "relcl") and c.i > token.i for c in token.children)
        return False

    def _gives_thing(self, draft: Draft, entry: Entry) -> bool:
        """Whether what is announced is help: money, goods, a loan."""
        inside = range(draft.content.start, draft.content.end)
        nouns = (t for t in draft.sentence.tokens if t.pos_ in ("NOUN", "PROPN", "SYM") and t.dep_ != "compound")
        told = [t for t in nouns if self.scene.at(t, draft.sentence) in inside][:3]
        return any(t.lemma_.lower() in entry.words("things") or t.ent_type_ == "MONEY" for t in told)

    def _ascribed(self, draft: Draft) -> bool:
        """ "X said that Y had stated that it would not …": what Y is to do, in the words of another side."""
        side = draft.on_behalf_of
        if side is None or draft.cue is None or draft.cue.frame not in ("clause", "aside") or draft.kind == "direct":
            return False
        teller = side_telling(draft, self.drafts) or self.cast.own
        return teller is not None and teller != side and any(True for _ in self._own_acts(draft, side))

    def _own_acts(self, draft: Draft, side: Country) -> Iterator[Token]:
        """The verbs of a statement by which the speaker says what he or his state will do."""
        inside = range(draft.content.start, draft.content.end)
        for verb in draft.sentence.tokens:
            if self.scene.at(verb, draft.sentence) not in inside or verb.pos_ != "VERB" or verb.tag_ != "VB":
                continue
            modal = {c.lower_ for c in verb.children if c.dep_ == "aux"} & WILL
            subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            if not modal or subject is None or verb.lemma_ in self.rules.no_acts:
                continue
            own = subject.lower_ in self.rules.selves or self._country(subject, draft.sentence) == side
            if own and self._outermost(verb, draft):
                yield verb

    def _outermost(self, verb: Token, draft: Draft) -> bool:
        """Whether a verb heads the statement, and not a clause of time or condition in it."""
        return verb.dep_ in ("ccomp", "conj", "ROOT", "relcl", "parataxis")

    def _binds(self, draft: Draft, entry: Entry) -> bool:
        """Whether what is assured lies ahead: "assured that it would …", not "that it had …"."""
        if draft.cue is None or draft.cue.frame not in ("clause", "aside", "noun"):
            return True
        inside = range(draft.content.start, draft.content.end)
        tokens = [t for t in draft.sentence.tokens if self.scene.at(t, draft.sentence) in inside]
        if draft.cue.frame == "noun" and any(t.tag_ == "TO" for t in tokens[:2]):
            return True  # "its pledge to return X"
        joint = entry.data.get("joint")  # "agreed that sanctions should stay" binds nobody to an act
        return any((t.tag_ == "MD" and not (joint and t.lower_ in MODALS)) or t.lower_ == "going" for t in tokens)

    def _told(self, verb: Token, sentence: Sentence) -> Iterator[CommitmentDraft]:
        """A verb of keeping or breaking with a noun of promise for its object."""
        after = f"{verb.lemma_}_{verb.doc[verb.i + 1].lower_}" if verb.i + 1 < len(verb.doc) else ""  # "made good on"
        for entry in self.rules.entries:
            if not {verb.lemma_, syntax.with_particle(verb), after} & set(entry.words("verbs")):
                continue
            reminded = syntax.direct_object(verb) if entry.data.get("owner") == "object" else None
            agreed = self._what_was_agreed(verb) if entry.data.get("demanded") else None
            nouns = [
                *([agreed] if agreed is not None else []),
                *(whole(n) for n in object_noun(verb, *LINKS)),
                *(syntax.prepositional(reminded, "of") if reminded is not None else ()),
            ]
            for noun in nouns:
                promise = noun.lemma_.lower() in self.rules.nouns and self._matches(entry, noun)
                if promise or noun == agreed:
                    found = self._about(entry, verb, noun, sentence)
                    if found is not None:
                        yield found

    def _what_was_agreed(self, verb: Token) -> Token | None:
        """ "carry out what the two leaders had agreed in X": the verb of agreeing."""
        for child in verb.children:
            if child.dep_ in ("ccomp", "dobj") and child.lemma_ in self.rules.references and child.i > verb.i:
                if any(c.lower_ in ("what", "whatever") for c in child.children):
                    return child
        after = verb.doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
        if after is not None and after.lower_ in ("what", "whatever"):
            rest = verb.doc[after.i + 1 : min(after.i + 16, verb.sent.end)]
            return next((t for t in rest if t.pos_ == "VERB" and t.lemma_ in self.rules.references), None)
        return None

    def _matches(self, entry: Entry, noun: Token) -> bool:
        pattern = self.rules.patterns.get(entry.id)
        return pattern is None or bool(pattern.search(noun.text))

    def _about(self, entry: Entry, verb: Token, noun: Token, sentence: Sentence) -> CommitmentDraft | None:
        draft = self._around(verb, sentence)
        ascriber = draft.on_behalf_of if draft else None
        status = cast(CommitmentStatus, entry.data["status"])
        demanded = self._demanded(verb, draft) or high_time(verb)
        if entry.data.get("owner") == "object":
            return self._reminded(entry, verb, noun, sentence, draft)
        if bool(entry.data.get("demanded")) != demanded:
            return None
        if (
            not demanded
            and not done_nothing(verb)
            and (syntax.tense(verb) == "future" or set(syntax.auxiliaries(verb)) & {"could", "may", "might", "can"})
        ):
            return None
        if status == "claimed_kept" and not_kept(verb, self.rules.words["denying"]):
            status = "claimed_broken"
        by = None if status == "claimed_kept" and in_passing(verb) else self._owner(verb, noun, sentence, draft)
        if by is None or ((demanded or status == "claimed_broken") and by == ascriber):
            return None
        alone = len(self._all_of(verb, by, sentence)) == 1
        if status in ("reaffirmed", "withdrawn") and ascriber is None and alone:
            ascriber = by
        owner = self.promised.owner(noun, sentence)
        if demanded and self.promised.takes_alone(noun) and owner not in (None, by):
            return None  # "respect the decisions of our courts": they bind nobody else
        if status == "reaffirmed" and owner not in (None, by):  # "X's promise was confirmed by Y"
            by, status, ascriber = owner, "made", by
        given = [*syntax.prepositional(noun, "to"), *syntax.prepositional(verb, "to")]
        taker = next((c for n in given if (c := self._country(n, sentence)) not in (None, by)), None)
        to = (ascriber,) if ascriber not in (None, by) else (taker,) if taker and status.startswith("claimed") else ()
        content = self.promised.content(verb, noun, sentence)
        return CommitmentDraft(
            draft,
            self._all_of(verb, by, sentence),
            to,
            content,
            status,
            ascriber,
            self.promised.reference(noun, sentence),
            self.promised.due(content),
            entry.rule,
        )

    def _all_of(self, verb: Token, by: Country, sentence: Sentence) -> tuple[Country, ...]:
        """Those whose promise it is: "A and B reiterated their commitment to …" tells of both."""
        subject = syntax.subject(verb)
        several = self.together.by_noun(subject, sentence) if subject is not None else ()
        return several if by in several else (by,)

    def _reminded(
        self, entry: Entry, verb: Token, noun: Token, sentence: Sentence, draft: Draft | None
    ) -> CommitmentDraft | None:
        """ "X reminded Y of the pledge it gave": Y's promise, as X says."""
        subject, thing = syntax.subject(verb), syntax.direct_object(verb)
        by = self._country(thing, sentence) if thing is not None and thing != noun else None
        ascriber = self._country(subject, sentence) if subject is not None else draft.on_behalf_of if draft else None
        if by in (None, ascriber):  # "reminded his colleague of the promises X had made"
            by = self.promised.maker(noun, sentence)
        if by is None or by == ascriber:
            return None
        content = self.promised.content(noun, noun, sentence)
        to = (ascriber,) if ascriber is not None else ()
        return CommitmentDraft(
            draft,
            (by,),
            to,
            content,
            "urged",
            ascriber,
            self.promised.reference(noun, sentence),
            self.promised.due(content),
            entry.rule,
        )

    def _around(self, token: Token, sentence: Sentence) -> Draft | None:
        """The innermost statement for a state that the token stands in, or whose cue it is."""
        at = self.scene.at(token, sentence)
        around = [
            d
            for d in self.drafts
            if d.on_behalf_of
            and (d.content.start <= at < d.content.end or (d.cue_span and d.cue_span.start <= at < d.cue_span.end))
        ]
        return min(around, key=lambda d: d.content.end - d.content.start, default=None)

    def _demanded(self, verb: Token, draft: Draft | None) -> bool:
        at = draft.sentence.passage.start + verb.idx if draft is not None else -1
        around = [d.cue for d in self.drafts if d.cue is not None and d.content.start <= at < d.content.end]
        if any((c.force == "demand" or c.frame == "wish") and c.token != verb.i for c in around):
            return True
        if draft is not None and subjunctive(verb):
            return True  # "insisted that X keep its word"
        chain = [verb, *(a for a in verb.ancestors if a.pos_ in ("VERB", "AUX"))][:4]
        return any(set(syntax.auxiliaries(v)) & MODALS for v in chain) and draft is not None

    def _owner(self, verb: Token, noun: Token, sentence: Sentence, draft: Draft | None) -> Country | None:
        """Whose promise it is: of the verb's subject, the one addressed, or "X's commitment"."""
        subject = syntax.subject(doer_over(verb))
        accused = draft.addressee if draft is not None else None
        if draft is not None and draft.cue is not None and draft.cue.force == "accuse":
            blamed = next((c for c in sentence.tokens if c.i == draft.cue.token), None)
            thing = syntax.direct_object(blamed) if blamed is not None else None
            if thing is not None and (country := self._country(thing, sentence)):
                return country
        if draft is not None and draft.cue is not None and draft.cue.force == "demand" and accused is not None:
            if accused.country != draft.on_behalf_of:
                return accused.country
        if draft is not None and draft.cue is not None and draft.cue.frame == "order" and draft.cue.force == "demand":
            return self._told_before(sentence, draft.on_behalf_of)
        if subject is not None and (country := self._country(subject, sentence)):
            return country
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        return self._country(owner, sentence) if owner is not None else None

    def _told_before(self, sentence: Sentence, own: Country | None) -> Country | None:
        """Who is "pressed her to …", where the pronoun stays open: the other state told of last."""
        near = range(sentence.index - NEAR, sentence.index + 1)
        told = (self.cast.entities.get(n) for n, m in enumerate(self.cast.mentions) if m.sentence in near)
        sides = [e.country for e in told if e is not None and e.official and e.country not in (None, own)]
        return sides[-1] if sides else None

    def _country(self, token: Token, sentence: Sentence) -> Country | None:
        return country_of(token, sentence, self.cast)
