"""Words that no verb of saying takes: phrases in quotation marks that someone's act is told with, and whole sentences
that the next one gives to somebody ("That is how the ministry sums it up").

In: a scene's quotations and an attributor that has read all the rest. Out: nothing of its own; each statement found
goes to the attributor's drafts. Both are surer of the words than of the act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Actor, Country, Span, Time
from detente.reading import syntax
from detente.reading.page.quotes import Quotation
from detente.reading.scene import Sentence
from detente.reading.speech.attribution import Attribution, Attributor, Draft
from detente.reading.speech.cues import Cue
from detente.reading.speech.trimming import trimmed

if TYPE_CHECKING:
    from detente.reading.words import Token

FEWEST = 3
POINTERS = frozenset({"that", "this", "such", "so", "those", "these", "thus"})
CONFIDENCE = 0.5
OTHERS = frozenset({"it", "they"})
UNTIMED = Time(None, "reported", None)


class Fragments:
    """Reads what is left over in one document."""

    def __init__(self, attributor: Attributor, quotations: Sequence[Quotation]) -> None:
        self.attributor, self.quotations = attributor, quotations
        self.scene, self.cues, self.cast = attributor.scene, attributor.cues, attributor.cast
        self.lists = frozenset(attributor.cues.words["pointed_nouns"]) | frozenset(attributor.cues.words["list_nouns"])
        self.musts = frozenset(attributor.cues.words["obliging_modals"])
        self.ordering = frozenset(attributor.cues.words["ordering_verbs"])

    def read(self) -> None:
        """Adds phrases in marks and sentences given to somebody afterwards, where no statement holds them."""
        for quotation in self.quotations:
            draft = self._phrase(quotation)
            if draft is not None:
                self.attributor.drafts.append(replace(draft, confidence=CONFIDENCE))
        for sentence in self.scene.sentences:
            draft = self._given(sentence) or self._after_colon(sentence)
            if draft is None and (draft := self._run_on(sentence)) is not None:
                self._replace_nobodys(draft)
            if draft is not None:
                self.attributor.drafts.append(replace(draft, confidence=CONFIDENCE))

    def _replace_nobodys(self, draft: Draft) -> None:
        """ "It was asked to …", first read as nobody's word, is the side's that has the floor."""
        drafts = self.attributor.drafts
        drafts[:] = [d for d in drafts if not (_nobodys(d) and d.content.meets(draft.content))]

    # -- phrases in marks ---------------------------------------------------------------------------

    def _phrase(self, quotation: Quotation) -> Draft | None:
        """The words in marks, as those of whom the clause around them tells."""
        inner = trimmed(self.scene, quotation.start, quotation.end)
        sentence = self.scene.sentence_at(quotation.outer_start)
        if inner is None or sentence is None or len(inner.text.split()) < FEWEST or self._told(inner):
            return None
        before = [t for t in sentence.tokens if self.scene.at(t, sentence) < quotation.outer_start]
        verb = next((t for t in reversed(before) if t.pos_ == "VERB" and t.dep_ not in ("amod", "compound")), None)
        who = syntax.subject(verb) if verb is not None else None
        if verb is None or who is None or not self._somebody(who, sentence) or syntax.tense(verb) == "future":
            return None
        return self.attributor.draft(self._at(verb, sentence), inner, "mixed", who)

    def _told(self, span: Span, by_somebody: bool = False) -> bool:
        """Whether words are told already; those of nobody count where somebody is not asked for."""
        drafts = (d for d in self.attributor.drafts if span.meets(d.content))
        return any(not (by_somebody and _nobodys(d)) for d in drafts)

    def _somebody(self, noun: Token, sentence: Sentence) -> bool:
        entity = self.cast.entity(noun, sentence)
        return entity is not None and entity.kind in ("person", "office")

    # -- sentences given to somebody by the next ----------------------------------------------------

    def _given(self, sentence: Sentence) -> Draft | None:
        """The sentence before one that opens "That is how X sums up …", "Such is the message from X"."""
        first = next((t for t in sentence.tokens if t.is_alpha), None)
        before = self._before(sentence)
        if first is None or first.lower_ not in POINTERS or before is None:
            return None
        span = trimmed(self.scene, before.start, before.end)
        source = next(self._sources(sentence, first), None)
        if span is None or source is None or self._told(span):
            return None
        verb, who = source
        return self.attributor.draft(self._at(verb, sentence), span, "indirect", who)

    def _before(self, sentence: Sentence) -> Sentence | None:
        found = self.scene.sentences[sentence.index - 1] if sentence.index else None
        return found if found is not None and found.passage.index == sentence.passage.index else None

    def _sources(self, sentence: Sentence, first: Token) -> Iterator[tuple[Token, Token]]:
        """The act of speech that the pointing word is the subject or the content of, and whose it is."""
        root = sentence.tokens.root
        for token in sentence.tokens:
            how = any(c.lower_ in ("how", "what", "where") for c in token.children) or token.dep_ in ("relcl", "ROOT")
            summed = token.lemma_ in self.cues.words["summing_verbs"]
            if token.pos_ == "VERB" and (summed or self.cues.verb(token)) and how and root.lemma_ in ("be", "say"):
                who = syntax.subject(token)
                if who is not None and who.i != first.i and self._voice(who, sentence):
                    yield token, who
            if self.cues.noun(token) is not None and root.lemma_ == "be":
                owners = [c for c in token.children if c.dep_ == "poss"]
                owners += syntax.prepositional(token, "from", "of", "by", "in")
                yield from ((root, o) for o in owners if self._voice(o, sentence))

    def _voice(self, noun: Token, sentence: Sentence) -> bool:
        actor = self.cast.actor(noun, sentence)
        return actor is not None and (actor.official or actor.kind == "person")

    # -- after a colon ------------------------------------------------------------------------------

    def _after_colon(self, sentence: Sentence) -> Draft | None:
        """ "The spokesman put it more drily: X had asked …", "Y was more precise: …": a clause that somebody's act of
        telling, or his manner of it, leads to."""
        root = sentence.tokens.root
        colon = next((t for t in sentence.tokens if t.text == ":"), None)
        if colon is None or colon.i + 1 >= sentence.tokens.end:
            return None
        verb = next((t for t in (root, *root.subtree) if t.i < colon.i and self._leads_to(t, colon)), None)
        who = syntax.subject(verb) if verb is not None else None
        after = [t for t in sentence.tokens if t.i > colon.i]
        what = next(
            (t for t in sentence.tokens if verb is not None and verb.i < t.i < colon.i and t.tag_ == "WP"), None
        )
        who = self._whose(who, sentence) if who is not None else None
        if verb is None or who is None:
            return None
        if what is None and not any(t.tag_ in syntax.TENSED for t in after):
            return None
        span = trimmed(self.scene, self.scene.at(what if what is not None else after[0], sentence), sentence.end)
        if span is None or any(abs(d.content.start - span.start) < FEWEST * 2 for d in self.attributor.drafts):
            return None
        quoted = any(q.outer_start < span.end and span.start < q.outer_end for q in self.quotations)
        return self.attributor.draft(self._at(verb, sentence), span, "mixed" if quoted else "indirect", who)

    def _whose(self, noun: Token, sentence: Sentence) -> Token | None:
        """Who tells what a colon leads to: somebody, or the owner of a list or demand, "X's wish list is short: …"."""
        if self._somebody(noun, sentence):
            return noun
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        listed = noun.lemma_.lower() in self.lists
        return owner if listed and owner is not None and self._voice(owner, sentence) else None

    def _leads_to(self, verb: Token, colon: Token) -> bool:
        """A verb of telling, or of being plainer, whose clause ends at the colon."""
        between = verb.doc[verb.i + 1 : colon.i]
        if verb.lemma_ in self.cues.words["unhiding_verbs"]:
            return any(t.tag_ == "WP" for t in between)
        if verb.tag_ not in syntax.TENSED or any(t.tag_ in syntax.TENSED for t in between):
            return False
        manner = any(c.dep_ == "acomp" for c in verb.children) and verb.lemma_ in ("be", "sound")
        return manner or verb.lemma_ in self.cues.words["summing_verbs"] or bool(self.cues.verb(verb))

    # -- sentences in which a paper goes on ----------------------------------------------------------

    def _run_on(self, sentence: Sentence) -> Draft | None:
        """ "The text goes on. Oman must reopen the road", "…, X told Y. It must free the crew": what another state must
        do, where a side has the floor."""
        root = sentence.tokens.root
        told = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        last = self._last(sentence)
        asked = self._asked_of(last) if last is not None and self._right_after(last, sentence) else None
        state = self._government(told, sentence) if told is not None else None
        if told is not None and told.lower_ in OTHERS:
            state = asked if self._bidden(root) else None
        if told is None or state is None or not self._obliges(root, state is asked):
            return None
        goes_on = asked is not None and asked.country == state.country
        span = trimmed(self.scene, sentence.start, sentence.end)
        before = last if goes_on else self._floor(last, state.country)
        if span is None or before is None or self._told(span, by_somebody=True):
            return None
        ordered = next((c for c in self.cues.verb(root) if c.force == "demand"), None) if root.tag_ == "VBN" else None
        first = next((c for c in root.children if c.dep_ in ("xcomp", "ccomp") and c.i > root.i), None)
        if ordered is not None and first is not None:
            span = trimmed(self.scene, self.scene.at(first.left_edge, sentence), sentence.end) or span
        plain = self._at(root, sentence).cue if goes_on else None
        return replace(
            before, sentence=sentence, content=span, kind="indirect", evidence=span, cue_span=None, nested=(),
            cue=replace(ordered, frame="order") if ordered is not None else plain, addressee=state, when=UNTIMED,
        )  # fmt: skip

    def _right_after(self, last: Draft, sentence: Sentence) -> bool:
        """Whether a statement stands in the sentence right before, in the same paragraph."""
        return last.sentence.index == sentence.index - 1 and last.sentence.passage.index == sentence.passage.index

    def _bidden(self, root: Token) -> bool:
        """Whether "it must …" can be asked of a state: not "it must be said", "it should rain", "it must have been"."""
        passive = root.tag_ == "VBN" and root.lemma_ not in self.ordering
        return not passive and root.lemma_ not in self.cues.words["unbidden"] and "have" not in syntax.auxiliaries(root)

    def _asked_of(self, last: Draft) -> Actor | None:
        """The state on which a side's words make a demand: whom they are told to, or the subject of a duty in them."""
        if last.on_behalf_of is None or last.kind == "direct":
            return None
        told = last.addressee
        demanded = last.cue is not None and last.cue.force == "demand"
        if demanded and told is not None and told.official and told.country not in (None, last.on_behalf_of):
            return told
        inside = range(last.content.start, last.content.end)
        for noun in last.sentence.tokens:
            duty = noun.dep_ in ("nsubj", "nsubjpass") and self._obliges(noun.head, True)
            state = self._government(noun, last.sentence) if duty else None
            if (
                state is not None
                and self.scene.at(noun, last.sentence) in inside
                and state.country != last.on_behalf_of
            ):
                return state
        return told if self.run_on(last) and told is not None else None

    def run_on(self, last: Draft) -> bool:
        """Whether a statement is itself one that goes on in the reporter's voice."""
        return last.cue_span is None and last.cue is not None and last.cue.frame == "aside"

    def _government(self, noun: Token, sentence: Sentence) -> Actor | None:
        """The state, its government or its side, that a noun stands for."""
        actor = self.cast.actor(noun, sentence)
        whole = actor is not None and actor.official and noun.lemma_.lower() in self.cues.words["governments"]
        return actor if actor is not None and (actor.kind == "state" or whole) and actor.country else None

    def _obliges(self, root: Token, going_on: bool = False) -> bool:
        """Whether a clause says what somebody must do: "must", "has to", "is told to"; in a list "was asked to"."""
        helpers = set(syntax.auxiliaries(root))
        to_do = any(c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ == "VB" for c in root.children)
        tenses = ("VBZ", "VBP", "VBD") if going_on else ("VBZ", "VBP")
        if (
            helpers & self.musts
            or root.lower_ in self.musts
            or (root.lemma_ in ("have", "need", "ought", "be") and to_do and root.tag_ in tenses)
        ):
            return True
        being = {"is", "are", "was", "were"} if going_on else {"is", "are"}
        return root.tag_ == "VBN" and bool(being & helpers) and to_do and root.lemma_ in self.ordering

    def _last(self, sentence: Sentence) -> Draft | None:
        """The last words of anybody before a sentence, in its paragraph or at the end of the one before."""
        said = [
            d for d in self.attributor.drafts
            if 0 < sentence.index - d.sentence.index <= 3 and sentence.passage.index - d.sentence.passage.index <= 1
        ]  # fmt: skip
        return max(said, key=lambda d: d.content.start, default=None)

    def _floor(self, last: Draft | None, other: Country | None) -> Draft | None:
        """The words before, where they are a side's own: a state's, its ministry's, its paper's."""
        if last is None or last.on_behalf_of in (None, other):
            return None
        if last.entity is not None and last.entity.kind not in ("organisation", "state"):
            return None
        return last

    def _at(self, verb: Token, sentence: Sentence) -> Attribution:
        entry = next(e for options in self.cues.verbs.values() for _, e in options if e.words("frames") == ("aside",))
        return Attribution(Cue(entry, verb.i, (), "aside"), verb, sentence)


def _nobodys(draft: Draft) -> bool:
    """Whether reported words have no speaker: "it was asked that …"."""
    return draft.speaker is None and draft.on_behalf_of is None and draft.kind != "direct"
