"""Who performs an act of speech: the noun beside its verb, and the actor that the noun stands for.

In: a cue's verb, its sentence and the words it reports. Out: the noun of the speaker with the outlet that quotes him,
and the `Actor` and `Entity` of a noun; None where nobody can have said the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.model import Actor, Country, Span
from detente.reading import syntax
from detente.reading.actors.cast import Cast, Entity
from detente.reading.actors.coreference import in_marks
from detente.reading.scene import Scene, Sentence
from detente.reading.speech import content
from detente.reading.speech.cues import Cue, Cues, Media

if TYPE_CHECKING:
    from detente.reading.words import Token

NAMED = ("PERSON", "ORG", "GPE", "NORP")
VOID = frozenset({"it", "this", "that", "which", "there", "what", "these", "those"})
FINITE = ("VBD", "VBZ", "VBP")
LETTING = frozenset({"let", "make"})
NEAR = 3  # sentences from somebody's name to "the Hungarian"
KNOWING = frozenset({"know", "understand"})
SOME = frozenset({"some", "many", "most", "several", "one", "few", "others", "both", "all", "none"})
TOGETHER = ("they", "both", "two", "sides", "pair")  # who speak about something with each other


class Speakers:
    """Finds the speakers of one document."""

    def __init__(self, cues: Cues, media: Media, scene: Scene, cast: Cast) -> None:
        self.cues, self.media, self.scene, self.cast = cues, media, scene, cast
        self.words = cast.lexicon.words
        lists = {k: frozenset(cues.words[k]) for k in ("papers", "people", "not_people")}
        known = (self.words[k] for k in ("sources", "state_agents", "populace", "institutions", "pair_nouns"))
        self.papers, self.not_people = lists["papers"], lists["not_people"]
        self.people = lists["people"].union(*known)
        self.endings = tuple(cues.words["people_endings"])

    # -- the noun -----------------------------------------------------------------------------------

    def noun(self, verb: Token, sentence: Sentence, said: Span) -> tuple[Token | None, Token | None]:
        """Who speaks, and the outlet that quotes him ("the Post quoted him as saying")."""
        if (source := self._emerging(verb)) is not None:
            return source, None
        if (owner := self._of_cited_words(verb)) is not None:
            return owner, syntax.subject(verb)
        quoting = verb.head.head if verb.tag_ == "VBG" and verb.head.lower_ == "as" else verb
        if quoting != verb or (verb.lemma_ == "quote" and syntax.direct_object(quoting) is not None):
            return syntax.direct_object(quoting), self._quoting_outlet(quoting)
        above = content.raised(verb)
        above = above if above is not None else self._teller(verb) or self._caller(verb) or _letting(verb)
        found = self._outside(syntax.subject(above if above is not None else verb), sentence, said)
        if found is None:  # "“The pipes last,” X, who teaches in Y, told Z": two subjects, one of the words said
            own = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i and c.tag_ not in ("WP", "WDT")]
            found = next((n for c in own[1:] if (n := self._outside(c, sentence, said)) is not None), None)
        if found is None and verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.pos_ in ("PROPN", "NOUN"):
            found = self._outside(verb.head, sentence, said) if syntax.agent_of(verb) is None else None
        unsure = found is None or (found.pos_ != "PRON" and self.cast.actor(found, sentence) is None)
        if unsure or self._hearers(found, verb):
            beside = self._outside(self._name_beside(verb, sentence), sentence, said)
            held = beside is not None and found is not None and syntax.under(beside, found)
            held = held and not self._hearers(found, verb)
            around = found if held else beside or self.before_aside(verb)
            found = around or found or self._outside(_after(verb), sentence, said)
        if found is None:
            after = [c for c in verb.children if c.dep_ in ("dobj", "attr", "npadvmod", "oprd") and c.i > verb.i]
            found = next((c for c in after if self.cast.entity(c, sentence)), None)
        misread = found is not None and found.pos_ == "VERB" and self.cast.entity(found, sentence) is None
        return (None, None) if found is None or misread else (found, None)

    def _emerging(self, verb: Token) -> Token | None:
        """X in "X read out a page, from which it emerged that …", "it emerged from X's note that …"; or the paper."""
        own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if verb.lemma_ not in self.cues.words["emerging_verbs"] or own is None or own.lower_ != "it":
            return None
        for noun in syntax.prepositional(verb, "from"):
            if noun.tag_ == "WDT":
                return syntax.subject(syntax.clause_of(verb.head)) if verb.dep_ == "relcl" else None
            owner = next((c for c in noun.children if c.dep_ == "poss"), None)
            if owner is not None or self._paper(noun):
                return owner or noun
        return None

    def _hearers(self, found: Token | None, verb: Token) -> bool:
        """ "Briefing journalists in X, Y said": those told, whom the parser made the subject of what follows."""
        if found is None or found.i == 0 or found.tag_ != "NNS" or found.i >= verb.i:
            return False
        before = found.doc[found.i - 1]
        return before.tag_ == "VBG" and before.dep_ in ("amod", "compound") and before.i == verb.sent.start

    def _teller(self, verb: Token) -> Token | None:
        """The verb of saying above ", adding …", where the parser hung the participle on what is said."""
        if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "conj", "dep") or verb.i == verb.sent.start:
            return None
        said = verb.head
        above = said.head if said.dep_ == "ccomp" and said.i > said.head.i else None
        return above if above is not None and self.cues.verb(above) else None

    def _caller(self, verb: Token) -> Token | None:
        """The verb of "had rung X to demand an explanation", "summoned the envoy to protest": who rang demands."""
        above, words = verb.head, self.cues.words
        meant = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl") and verb.lemma_ not in words["called_upon"]
        return above if meant and above.lemma_ in words["reaching_verbs"] and syntax.direct_object(above) else None

    def _outside(self, noun: Token | None, sentence: Sentence, said: Span) -> Token | None:
        """A noun that is none of the words said; of a relative pronoun, what it stands for."""
        if noun is None or any(c.lower_ == "we" for c in noun.children):  # "we Poles": who speaks tells of himself
            return None
        if noun.tag_ in ("WP", "WDT") and noun.head.dep_ == "relcl":
            noun = noun.head.head
        at = self.scene.at(noun, sentence)
        return None if said.start <= at < said.end else noun

    def before_aside(self, verb: Token) -> Token | None:
        """X in "X, it said, had pressed Y": the noun before an aside that stands right before the verb."""
        doc, low, at = verb.doc, verb.sent.start, verb.i
        while at > low and doc[at - 1].dep_ in ("aux", "auxpass", "advmod", "neg"):
            at -= 1
        if at - 2 <= low or doc[at - 1].text != ",":
            return None
        comma = next((i for i in range(at - 2, max(low, at - 9), -1) if doc[i].text == ","), None)
        if comma is None or comma == low or not any(self.cues.verb(t) for t in doc[comma + 1 : at - 1]):
            return None
        noun = doc[comma - 1]
        return noun if noun.pos_ in ("NOUN", "PROPN", "PRON") or noun.text[:1].isupper() else None

    def _quoting_outlet(self, verb: Token) -> Token | None:
        """ "the Post quoted him", "was quoted by the Post as saying", "was quoted as saying by the Post"."""
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        own = subjects[-1] if subjects else syntax.agent_of(verb)
        saying = (n for c in verb.children if c.lower_ == "as" for n in c.children if n.dep_ == "pcomp")
        return own or next((o for s in saying for o in syntax.prepositional(s, "by", "in")), None)

    def _of_cited_words(self, verb: Token) -> Token | None:
        """ "“…,” the newspaper cites her words": whose words an outlet gives."""
        words, cited = self.cues.words, syntax.direct_object(verb)
        if cited is None or verb.lemma_ not in words["carried_by"] or cited.lower_ not in words["quoted_nouns"]:
            return None
        owners = [c for c in cited.children if c.dep_ == "poss"]
        owners += [t for t in syntax.prepositional(cited, "of") if syntax.names_person(t)]
        return next(iter(owners), None) if _follows_quote(verb) else None

    def _name_beside(self, verb: Token, sentence: Sentence) -> Token | None:
        """The person whose name ends right before the verb: the speaker, where the parser found none to be one."""
        at = verb.i - (verb.i > sentence.tokens.start + 1 and verb.doc[verb.i - 1].text == ",")
        number = self.cast.mention_number(verb.doc[at - 1], sentence) if at > sentence.tokens.start else None
        mention = self.cast.mentions[number] if number is not None else None
        if mention is None or mention.last != at or mention.kind not in ("person", "office"):
            return None
        return verb.doc[mention.head]

    # -- the actor ----------------------------------------------------------------------------------

    def actor(
        self, who: Token, sentence: Sentence, last_document: Country | None, before: Sequence[Actor]
    ) -> tuple[Actor | None, Entity | None]:
        """The actor a noun stands for; `before` are the ministries and papers that spoke in the sentences before."""
        paper = self._paper_before(who, sentence) if who.lower_ == "it" else None
        if paper is not None and (spoken := self.actor(*paper, last_document, before)[0]) is not None:
            if spoken.country is not None:
                span = self.scene.cover(sentence, [who])
                return replace(spoken, span=span, mentions=(*spoken.mentions, span)), None
        if who.lower_ == "it" and (voice := self._last_voice(sentence, before)) is not None:
            span = self.scene.cover(sentence, [who])
            return replace(voice, span=span, mentions=(*voice.mentions, span)), None
        entity, actor = self.cast.entity(who, sentence), self.cast.actor(who, sentence)
        if actor is not None:
            return self._of_that_people(who, sentence) or (actor, entity)
        if who.lower_ in VOID:
            return None, None
        span = self._phrase(who, sentence)
        if who.pos_ == "PRON":
            return Actor(None, None, None, None, "unnamed", False, span, (span,)), None
        country = self.cast.country_beside(who, sentence) or self._issued_by(who, sentence)
        document = who.lemma_.lower() in self.media.documents
        if document and country is None and any(c.lower_ in ("the", "this") for c in who.children if c.dep_ == "det"):
            country = (self.cast.floor.of(sentence, who) if self.cast.own is None else None) or last_document
        agency = who.lower_ in self.words["state_agents"] or who.lower_ in self.words["agencies"]
        official = country is not None and (document or agency)
        return Actor(None, None, None, country, "unnamed", official, span, (span,)), None

    def _of_that_people(self, who: Token, sentence: Sentence) -> tuple[Actor, Entity] | None:
        """ "X met Y in Z. …, the Hungarian said": the one official of that state told of shortly before."""
        number = self.cast.mention_number(who, sentence)
        mention = self.cast.mentions[number] if number is not None else None
        alone = who.tag_ in ("NN", "NNP", "JJ") and {c.lower_ for c in who.children} <= {"the"} and any(who.children)
        if number is None or mention is None or mention.kind != "demonym" or not alone:
            return None
        told = [
            (e, m) for n, m in enumerate(self.cast.mentions[:number])
            if m.sentence >= sentence.index - NEAR and (e := self.cast.entities.get(n)) is not None
            and e.kind == "person" and e.official and e.country == mention.country
        ]  # fmt: skip
        if len({e.key for e, _ in told}) != 1:
            return None
        return told[0][0].actor(self.scene.cover(sentence, [who])), told[0][0]

    def _phrase(self, who: Token, sentence: Sentence) -> Span:
        """The words that name a speaker; of "some of the think tanks" all of them."""
        of = next((c for c in who.children if c.lower_ == "of" and c.i == who.i + 1), None)
        things = [c for c in of.children if c.dep_ == "pobj"] if of is not None and who.lower_ in SOME else []
        return (
            self.scene.cover(sentence, who.doc[who.left_edge.i : things[0].i + 1])
            if things
            else self.scene.phrase(who, sentence)
        )

    def _issued_by(self, who: Token, sentence: Sentence) -> Country | None:
        """ "the communiqué that X's ministry released", "a note handed out by the ministry in X"."""
        if who.lemma_.lower() not in self.media.documents:
            return None
        for clause in (c for c in who.children if c.dep_ in ("relcl", "acl")):
            by = syntax.agent_of(clause) or next((c for c in clause.children if c.dep_ == "nsubj"), None)
            actor = self.cast.actor(by, sentence) if by is not None else None
            country = self.cast.country_beside(by, sentence) if by is not None else None
            if country is None and (by is None or by.lower_ in self.words["institutions"]):
                country = self._put_out_in(clause, sentence)
            if country is None and actor is not None and actor.official:
                country = actor.country
            if country is not None:
                return country
            for spot in syntax.prepositional(clause, "on"):  # "a statement posted on the ministry's website"
                for owner in (c for c in spot.children if c.dep_ == "poss"):
                    actor = self.cast.actor(owner, sentence)
                    if actor is not None and actor.official and actor.country:
                        return actor.country
        return self._page_of(who, sentence)

    def _page_of(self, who: Token, sentence: Sentence) -> Country | None:
        """ "a note on the website of X's ministry", "On its website in X a note said": whose page a paper stands on."""
        for spot in (n for at in (who, who.head) for n in syntax.prepositional(at, "on")):
            if spot.lemma_.lower() in self.words["own_pages"]:
                owners = (spot, *syntax.prepositional(spot, "of"), *(c for c in spot.children if c.dep_ == "poss"))
                found = (self.cast.country_beside(o, sentence) or self.cast.country_at(o, sentence) for o in owners)
                return next((c for c in found if c is not None), None)
        return None

    def _put_out_in(self, clause: Token, sentence: Sentence) -> Country | None:
        """ "that the ministry put out in X", "released from Y": where a paper of no named state comes from."""
        places = syntax.prepositional(clause, "in", "from", "at")
        return next((c for n in places if (c := self.cast.country_at(n, sentence)) is not None), None)

    def _paper_before(self, who: Token, sentence: Sentence) -> tuple[Token, Sentence] | None:
        """ "The document ended with a bow. …, it said": the paper that the sentence, or the one before it, is about."""
        before = self.scene.sentences[sentence.index - 1] if sentence.index else None
        near = [sentence] if before is None or before.passage.index != sentence.passage.index else [sentence, before]
        for at in near:
            subject = next((c for c in at.tokens.root.children if c.dep_ == "nsubj" and c.lower_ != "it"), None)
            held = subject is not None and (at is not sentence or subject.i < who.i)
            paper = subject is not None and self.media.documents.get(subject.lemma_.lower()) in ("statement", "readout")
            if held and paper and subject is not None and subject.tag_ == "NN":
                return subject, at
        return None

    def _last_voice(self, sentence: Sentence, before: Sequence[Actor]) -> Actor | None:
        return before[-1] if before else self._institution_before(sentence)

    def _institution_before(self, sentence: Sentence) -> Actor | None:
        """The ministry or body that is the main subject of one of the two sentences before, in the paragraph."""
        for before in reversed(self.scene.sentences[max(0, sentence.index - 2) : sentence.index]):
            if before.passage.index == sentence.passage.index and not in_marks(before.tokens.root):
                for subject in (c for c in before.tokens.root.children if c.dep_ == "nsubj"):
                    found = self.cast.actor(subject, before)
                    if found is not None and found.official and found.kind in ("organisation", "state"):
                        return found
                for token in before.tokens:
                    if token.lower_ in self.words["institutions"] and token.dep_ in ("nsubj", "agent", "pobj"):
                        found = self.cast.actor(token, before)
                        if found is not None and found.official and found.kind == "organisation":
                            return found
        return None

    # -- minds --------------------------------------------------------------------------------------

    def may_say(self, who: Token, speaker: Actor, cue: Cue) -> bool:
        """Whether a speaker fits a cue that wants a mind, a paper, or one who speaks and no two in conversation."""
        wanted = str(cue.entry.data.get("subject", ""))
        if wanted == "single" and _in_conversation(who):
            return False
        if wanted == "papers":
            body = speaker.official and speaker.kind == "organisation"
            return self._paper(who) or body or (cue.frame == "clause" and self.has_mind(who, speaker))
        if wanted == "minded" or cue.frame in ("to", "wish", "order", "object", "deed", "call"):
            return self.has_mind(who, speaker) or (self._paper(who) and cue.force not in ("promise", "attitude"))
        return True

    def may_speak(self, noun: Token) -> bool:
        """Whether a bare noun can be the source of words: people, or a paper."""
        return self._paper(noun) or self._person(noun)

    def has_mind(self, who: Token, speaker: Actor) -> bool:
        """An actor, a pronoun for people, a name, or a noun for people."""
        if speaker.kind != "unnamed" or speaker.name or who.ent_type_ in NAMED or who.pos_ == "PROPN":
            return True
        return who.pos_ == "PRON" or self._person(who)

    def _paper(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        return lemma in self.papers or noun.lower_ in self.papers or lemma in self.media.documents

    def _person(self, noun: Token) -> bool:
        words = {noun.lower_, noun.lemma_.lower()}
        if words & self.people or noun.pos_ == "PROPN":
            return True
        return not words & self.not_people and len(noun.text) > 4 and noun.lower_.endswith(self.endings)


def _in_conversation(who: Token) -> bool:
    """ "They talked about X", "A and B spoke about X", "the daily spoke with A about X": nobody's own words."""
    several = who.lower_ in TOGETHER or who.dep_ == "conj" or any(c.dep_ == "conj" for c in who.children)
    return several or any(c.dep_ == "prep" and c.lower_ == "with" for c in who.head.children)


def _after(verb: Token) -> Token | None:
    """The noun right after a finite verb: "…," grumbled one executive."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    finite = verb.tag_ in FINITE or verb.lower_ == "read"
    if after is None or not finite or after.pos_ not in ("PROPN", "NOUN", "DET", "PRON", "NUM", "ADJ"):
        return None
    noun = next(
        (t for t in verb.doc[after.i : min(after.i + 8, verb.sent.end)] if t.pos_ in ("PROPN", "NOUN", "PRON")), None
    )
    while noun is not None and noun.dep_ in ("compound", "amod", "poss", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _letting(verb: Token) -> Token | None:
    """ "let" of "X let it be known that …", "made it known that …", "let Y know that …": who does so says it."""
    it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    told = verb.tag_ == "VB" and verb.lemma_ in KNOWING
    return verb.head if (it or told) and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in LETTING else None


def _follows_quote(verb: Token) -> bool:
    """Whether the words right before a verb and its subject are quoted ones."""
    subject = syntax.subject(verb)
    before = subject.left_edge.i - 1 if subject is not None else -1
    return before >= 0 and verb.doc[before].is_quote
