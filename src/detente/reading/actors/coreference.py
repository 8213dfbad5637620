"""Whom a pronoun stands for, where the grammar allows an answer; else nobody.

In: the mentions of a document in order with the entities of the named ones. Out: an entity a pronoun.
The order of preference is that of English news: the subject of the clause that governs the pronoun's,
the main subject to come when the pronoun stands in an opening phrase, the main subject of the sentence
before, the nearest person. A pronoun in "…, he said" skips the words it reports.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING

from detente.model import Country
from detente.reading import syntax
from detente.reading.actors.calledon import labels_a_turn, only_called
from detente.reading.actors.demanded import demanded_of
from detente.reading.actors.grid import Mention
from detente.reading.actors.lexicon import Lexicon
from detente.reading.actors.ways import Ways
from detente.reading.scene import Scene, Sentence

if TYPE_CHECKING:
    from detente.reading.actors.cast import Entity
    from detente.reading.words import Token

SUBJECTS = ("nsubj", "nsubjpass")
DEEDS = frozenset({"advcl", "xcomp", "acl", "ccomp"})  # what falls to somebody to do
OWNERS = ("amod", "poss", "compound")
REACH = 4
OPENING = 2  # words of address that may stand before the name in a label ("MR. SILVA:")
BREAK = 10  # words after a verb of saying within which its aside ends


class Referents:
    """Resolves pronouns against the entities known so far."""

    def __init__(self, scene: Scene, lexicon: Lexicon, mentions: list[Mention], entities: dict[int, Entity]) -> None:
        self.scene, self.mentions, self.entities = scene, mentions, entities
        self.words = lexicon.words
        self.demanding = lexicon.words["outward_verbs"] | lexicon.words["demanding_verbs"]
        self.by_head = {(m.passage, m.head): n for n, m in enumerate(mentions)}
        for n, m in enumerate(mentions):
            for i in range(m.first, m.core[0]) if m.kind == "person" else ():
                self.by_head.setdefault((m.passage, i), n)
        self.by_sentence: dict[int, list[int]] = {}
        for n, m in enumerate(mentions):
            self.by_sentence.setdefault(m.sentence, []).append(n)
        self.labels = self._labels()
        self.ways = Ways(scene, lexicon.words, mentions, entities)

    def _labels(self) -> list[int]:
        """The mentions that label turns of a transcript ("MR. SILVA: …"), in order; none where only one looks so."""
        docs = [p.doc for p in self.scene.passages]
        opening = (n for n, m in enumerate(self.mentions) if m.kind != "pronoun" and m.first <= OPENING)
        found = [n for n in opening if labels_a_turn(docs[self.mentions[n].passage], self.mentions[n])]
        return found if len(found) > 1 else []

    def _speaking(self, passage: int) -> Entity | None:
        """Who has the word in a transcript: he calls himself neither "he" nor "she"."""
        before = [n for n in self.labels if self.mentions[n].passage <= passage]
        return self.entities.get(before[-1]) if before else None

    def _turn_before(self, passage: int) -> int:
        """The passage with which the turn before the present one begins: of whom nobody spoke since is not meant."""
        turns = [self.mentions[n].passage for n in self.labels if self.mentions[n].passage <= passage]
        return turns[-2] if len(turns) > 1 else 0

    def resolve(self, n: int) -> Entity | None:
        """The entity of pronoun mention `n`, or None; none for what is no pronoun."""
        if n < 0 or self.mentions[n].kind != "pronoun":
            return None
        mention = self.mentions[n]
        sentence = self.scene.sentences[mention.sentence]
        token = sentence.passage.doc[mention.head]
        word = token.lower_
        if word in self.words["male"] or word in self.words["female"]:
            return self._person(n, token, sentence, "m" if word in self.words["male"] else "f")
        if word in self.words["neuter"]:
            return self._thing(token, sentence)
        return None

    def _person(self, n: int, token: Token, sentence: Sentence, sex: str) -> Entity | None:
        speaking = None if in_marks(token) else self._speaking(self.mentions[n].passage)

        def fits(k: int | None) -> bool:
            entity = self.entities.get(k) if k is not None else None
            if entity is None or k in self.labels or entity is speaking or (self.labels and only_called(entity)):
                return False
            return entity.kind in ("person", "unnamed", "office") and entity.sex in ("", sex)

        done = (token.head, *(c for c in token.head.children if c.dep_ == "xcomp"))  # "he is to confer with Z"
        acts = token.dep_ in SUBJECTS and any(v.lemma_ in self.words["visiting_verbs"] for v in done)
        acts = acts or (token.dep_ == "poss" and token.head.lemma_.lower() in self.words["visitors_own"])
        spare: Entity | None = None  # a spokesman only tells: whoever else fits is the one who goes and meets
        ahead = self._main_subject_ahead(token, sentence) if token.dep_ in SUBJECTS else []
        after = None if ahead else self._speaker_after(token, sentence)
        others = (after, *self._held_in(token, sentence), *self._doing(token, sentence))
        barred = [e for e in others if e is not None]
        for k in self._candidates(n, token, sentence):
            if fits(k) and not any(self.entities[k] is b for b in barred):  # type: ignore[index]
                entity = self.entities[k]  # type: ignore[index]
                if acts and entity.portfolio == "spokesperson":
                    spare = spare or entity
                    continue
                if not in_marks(token):
                    entity = _sexed(self._of_another_state(n, token, entity, fits) or entity, sex)
                return entity
        return _sexed(spare, sex) if spare is not None else None

    def _of_another_state(
        self, n: int, token: Token, entity: Entity, fits: Callable[[int | None], bool]
    ) -> Entity | None:
        """ "A's minister spoke with B's. She demanded that A …": nobody demands of his own state what the other one,
        told of right before, can demand of it; and of whose ways are told, A's, an official of A tells."""
        told = demanded_of(token, self.mentions[n].passage, self.mentions, self.demanding)
        own = self._whose_ways(n, token, entity)
        if entity.country is None or (entity.country not in told and own in (None, entity.country)):
            return None
        near = self.mentions[n].sentence - (1 if told else REACH)
        others = (k for k in range(n - 1, -1, -1) if self.mentions[k].sentence >= near and fits(k))
        officials = (e for k in others if (e := self.entities[k]).official and e.country not in (None, *told))
        return next((e for e in officials if own in (None, e.country)), None)

    def _whose_ways(self, n: int, token: Token, entity: Entity) -> Country | None:
        """The state whose ways are told in words that a pronoun, standing for an official, says."""
        says = token.dep_ in SUBJECTS and token.head.lemma_ in self.words["speech_verbs"] and entity.official
        return self.ways.of(self.scene.sentences[self.mentions[n].sentence]) if says else None

    def _held_in(self, token: Token, sentence: Sentence) -> list[Entity | None]:
        """ "X, one of his two deputies": whom an aside describes is not the one that the aside speaks of."""
        heads = [a.head for a in (token, *token.ancestors) if a.dep_ == "appos" and a != token]
        if token.dep_ == "poss":  # "the head of her ministry, X": she is not X
            heads += [c for a in token.ancestors for c in a.children if c.dep_ == "appos" and c.i > token.i]
        return [self.entities.get(k) for h in heads if (k := self._mention_at(h, sentence)) is not None]

    def _speaker_after(self, token: Token, sentence: Sentence) -> Entity | None:
        """ "He will come, X said": a name that follows cannot be the pronoun's; "his country", of a minister, can."""
        for verb in token.ancestors:
            for sayer in (verb, *(c for c in verb.children if c.dep_ == "parataxis")):
                for subject in sayer.children:
                    k = self._mention_at(subject, sentence) if subject.dep_ == "nsubj" else None
                    speaker = self.entities.get(k) if k is not None else None
                    relays = speaker is not None and speaker.portfolio == "spokesperson" and sayer.dep_ == "parataxis"
                    if subject.dep_ == "nsubj" and (subject.i > token.i or relays):
                        own = token.tag_ == "PRP$" and speaker is not None and speaker.portfolio != "spokesperson"
                        return None if own else speaker
        return None

    def _candidates(self, n: int, token: Token, sentence: Sentence) -> list[int | None]:
        reported = self._reported(token)
        own = self._governing_subjects(token, sentence, reported)
        ahead = [*self._reflexive(token, sentence), *self._main_subject_ahead(token, sentence)]
        speaking = token.dep_ in SUBJECTS and (
            token.head.lemma_ in self.words["speech_verbs"] or _breaks_in(token, token.head)
        )
        before = [
            k
            for back in range(1, REACH + 1)
            for k in [
                *self._entrusted_in(sentence.index - back),
                *self._subjects_of(sentence.index - back, speaking),
                *self._sources_of(sentence.index - back),
                *self._whose_matter(sentence.index - back),
            ]
        ]
        near = range(n - 1, max(-1, n - 25), -1)
        turn = self._turn_before(self.mentions[n].passage)
        nearest = [k for k in near if self.mentions[k].passage >= turn and self._usable(k, reported, sentence, token)]
        if token.dep_ in ("dobj", "dative"):  # "the daily quotes her": of the people of its paragraph the nearest first
            passage = self.mentions[n].passage
            people = (k for k in nearest if self.mentions[k].kind == "person")
            own = [*own, *(k for k in people if self.mentions[k].passage == passage)]
        own = [*self._before_colon(token, sentence), *own]
        own = [*self._beside(token, sentence), *self._reported_subjects(token, sentence), *own]
        spokesmen = self._spokesmen(sentence.index - 1) if speaking or self._accounted(token) else []
        return [*spokesmen, *([] if spokesmen else ahead), *own, *before, *nearest]

    def _beside(self, token: Token, sentence: Sentence) -> list[int | None]:
        """ "between X, …, and Y, his counterpart", "of X and her colleague Y": whom the owned one is listed with."""
        if token.dep_ != "poss":
            return []
        owned = token.head
        top = owned.head if owned.dep_ == "appos" else owned
        return [self._mention_at(top.head, sentence)] if top.dep_ == "conj" and top.head.i < token.i else []

    def _before_colon(self, token: Token, sentence: Sentence) -> list[int | None]:
        """ "X has already been: he spent …": the subject of what a colon or semicolon closes off before the clause."""
        verb = token.head if token.dep_ in SUBJECTS else None
        clauses = [c for c in verb.children if c.dep_ == "ccomp" and _explained(c, token)] if verb is not None else []
        return [self._mention_at(s, sentence) for c in clauses for s in c.children if s.dep_ in SUBJECTS]

    def _accounted(self, token: Token) -> bool:
        """ "By his account, the minister asked …": whose account it is."""
        return token.dep_ == "poss" and token.head.lemma_.lower() in self.words["tellings"]

    def _spokesmen(self, index: int) -> list[int | None]:
        """The spokesman that the sentence before brings in, in its paragraph: he goes on speaking in this one."""
        found: list[int | None] = []
        for k in self.by_sentence.get(index, ()):
            entity = self.entities.get(k)
            if entity is not None and entity.portfolio == "spokesperson" and self.mentions[k].kind == "person":
                found.append(k)
        return found

    def _reflexive(self, token: Token, sentence: Sentence) -> list[int | None]:
        """ "X himself", "X asked himself": the name right before it, else the subject of its own clause."""
        if token.lower_ not in self.words["reflexive"] or token.i == 0:
            return []
        verb = _clause(token)
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i] if verb is not None else []
        return [self._mention_at(t, sentence) for t in (token.nbor(-1), token.head, *subjects)]

    def _reported(self, token: Token) -> set[int]:
        """The tokens of the words reported by the pronoun's own verb, when they come before it."""
        verb = token.head if token.dep_ in SUBJECTS else None
        if verb is None:
            return set()
        clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i < token.i and not _explained(c, token)]
        if verb.dep_ == "parataxis" and verb.head.i < token.i:
            clauses.append(verb.head)
        broken = set(range(token.sent.start, token.i)) if _breaks_in(token, verb) else set()
        return broken | {t.i for c in clauses for t in c.subtree if t.i < token.i}

    def _governing_subjects(self, token: Token, sentence: Sentence, reported: set[int]) -> list[int | None]:
        """Subjects of the clauses above the pronoun's own, inside out, that come before it."""
        found: list[int | None] = []
        verb = _clause(token)
        own_subject = token.dep_ in SUBJECTS
        done = (
            self._doers(verb) if verb is not None and token.dep_ in ("dobj", "dative") and token.head == verb else set()
        )
        while verb is not None:
            if verb.lemma_ in self.words["speech_verbs"] and not own_subject:
                found += self._told_subjects(verb, token, sentence)
            for child in verb.children:
                acts = child.dep_ in SUBJECTS or _stray_subject(child)
                if acts and child.i < token.i and child.i not in reported | done and child != token:
                    if not (token.head == verb and token.dep_ in ("dobj", "dative", "pobj")):
                        found += self._and_owner(child, sentence, token)
            if verb.lemma_ in self.words["speech_verbs"] and own_subject:
                found += self._told_subjects(verb, token, sentence)
            if verb.dep_ in ("acl", "relcl"):
                found += [
                    self._mention_at(c, sentence) for c in verb.head.children if c.dep_ == "poss" and c.i < token.i
                ]
            above = _clause(verb) if verb.dep_ != "ROOT" else None
            if verb.dep_ == "xcomp" and above is not None:
                found += [self._mention_at(c, sentence) for c in above.children if c.dep_ == "dobj" and c.i < verb.i]
            if own_subject and verb.dep_ == "conj" and above is not None:
                own_subject = False
            verb = above if above != verb else None
        return found

    def _and_owner(self, subject: Token, sentence: Sentence, pronoun: Token) -> list[int | None]:
        """A subject, and for "he" and "she" whose it is: "X's office says he will travel"; for "its" of which state:
        "the Ghanaian government said that its minister …"."""
        person = pronoun.lower_ not in self.words["neuter"]
        owners = [c for c in subject.children if person and c.dep_ == "poss" and c.tag_ != "PRP$"]
        if not person and subject.lemma_.lower() in self.words["institutions"]:
            owners = [c for c in subject.children if c.dep_ in ("amod", "compound", "nmod", "poss")]
            owners += syntax.prepositional(subject, "of")
        return [self._mention_at(t, sentence) for t in (subject, *owners)]

    def _doers(self, verb: Token) -> set[int]:
        """Who does it to somebody else: the subject of "X proposes this and invites him", where the verbs share it."""
        while verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children):
            verb = verb.head
        return {c.i for c in verb.children if c.dep_ in SUBJECTS}

    def _doing(self, token: Token, sentence: Sentence) -> list[Entity | None]:
        """ "X rang Y. Y invited him": whoever does it does it to another, though he was told of before as well."""
        done_to = token.dep_ in ("dobj", "dative") and token.lower_ not in self.words["reflexive"]
        doers = [t for t in sentence.tokens if done_to and t.i in self._doers(token.head)]
        return [self.entities.get(k) for t in doers if (k := self._mention_at(t, sentence)) is not None]

    def _told_subjects(self, verb: Token, token: Token, sentence: Sentence) -> list[int | None]:
        """ "X will travel, he went on: first to Y, where he …": in words still reported the one told of comes first."""
        clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i < token.i]
        return [self._mention_at(s, sentence) for c in clauses for s in c.children if s.dep_ in SUBJECTS]

    def _main_subject_ahead(self, token: Token, sentence: Sentence) -> list[int | None]:
        """The main subject, when the pronoun stands in a phrase that opens the sentence."""
        root = sentence.tokens.root
        subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
        if subject is None or token.i >= subject.left_edge.i:
            return []
        opening = any(
            a.dep_ in ("prep", "advcl", "advmod", "npadvmod") and a.head == root for a in [token, *token.ancestors]
        )
        k = self._mention_at(subject, sentence) if opening else None
        return [k] if token.dep_ not in SUBJECTS or (k is not None and self._brought_in(k, sentence)) else []

    def _brought_in(self, k: int, sentence: Sentence) -> bool:
        """Whether a paragraph that opens on a clause brings in by title and full name whom it is of: "Days before he is
        due in X, Minister Y Z rang …"."""
        opens = sentence.tokens.start == 0
        mention = self.mentions[k]
        return opens and mention.kind == "person" and mention.title is not None and " " in mention.text

    def _subjects_of(self, index: int, speaking: bool = True) -> list[int | None]:
        """The subjects of main clauses: for a pronoun that speaks who speaks first, for others who acts."""
        if index < 0:
            return []
        sentence = self.scene.sentences[index]
        root = sentence.tokens.root
        heads = [c for c in root.children if c.dep_ in SUBJECTS] or ([root] if root.pos_ in ("NOUN", "PROPN") else [])
        heads += [
            c
            for v in root.children
            if v.dep_ in ("parataxis", "conj", "ccomp")
            for c in v.children
            if c.dep_ in SUBJECTS
        ]
        heads.sort(key=lambda t: (t.head.lemma_ in self.words["speech_verbs"]) != speaking)
        owners = {h.i: next(iter(self._owners(h)), h) for h in heads}
        heads = [_whose_it_is(h) or h for h in heads]
        return [
            k if (k := self._mention_at(h, sentence)) is not None else self._mention_at(owners.get(h.i, h), sentence)
            for h in heads
        ]

    def _sources_of(self, index: int) -> list[int | None]:
        """Who is named after "according to" or "by" in a sentence."""
        if index < 0:
            return []
        sentence = self.scene.sentences[index]
        heads = [
            t
            for t in sentence.tokens
            if t.dep_ == "pobj"
            and t.head.lower_ in ("to", "by")
            and (t.head.lower_ == "by" or t.head.head.lower_ == "according")
        ]
        heads += [n for h in heads for n in syntax.prepositional(h, "of", "from", "by")]
        return [self._mention_at(t, sentence) for h in heads for t in (h, *self._owners(h))]

    def _owners(self, noun: Token) -> list[Token]:
        """X of "X's embassy", and of "the X ministry"."""
        deps = OWNERS if noun.lemma_.lower() in self.words["institutions"] else ("poss",)
        return [c for c in noun.children if c.dep_ in deps]

    def _entrusted_in(self, index: int) -> list[int | None]:
        """X in "It falls to X to mend the rift", "the task was left to X": who is then told of."""
        root = self.scene.sentences[index].tokens.root if index >= 0 else None
        subject = next((c for c in root.children if c.dep_ in SUBJECTS), None) if root is not None else None
        if root is None or subject is None or root.lemma_ not in self.words["entrusting_verbs"]:
            return []
        impersonal = subject.lower_ == "it" or subject.lemma_.lower() in self.words["tasks"]
        up_to = [c for c in root.children if c.lower_ == "up"]
        if not impersonal or (root.lemma_ == "be" and not up_to):
            return []
        heads = [n for at in (root, *up_to) for n in syntax.prepositional(at, "to")]
        heads += [s for v in root.children if v.dep_ in DEEDS for s in v.children if s.dep_ == "nsubj" and s.i > root.i]
        heads += [c for at in heads for c in at.children if c.dep_ == "appos"]
        return [self._mention_at(h, self.scene.sentences[index]) for h in heads]

    def _whose_matter(self, index: int) -> list[int | None]:
        """X in "For X the border is a matter of blood", "The first file on X's desk is thick": in whose eyes a sentence
        tells of a thing, or whose the thing is."""
        if index < 0:
            return []
        sentence = self.scene.sentences[index]
        first = sentence.tokens[0]
        opens = first.lower_ in ("for", "to") and first.dep_ in ("prep", "ROOT")
        if opens:
            return [self._mention_at(c, sentence) for c in first.children if c.dep_ == "pobj"]
        subject = next((c for c in sentence.tokens.root.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
        owners = [t for t in subject.subtree if t.dep_ == "poss"] if subject is not None else []
        return [self._mention_at(t, sentence) for t in owners] if len(owners) == 1 else []

    def _mention_at(self, token: Token, sentence: Sentence) -> int | None:
        return self.by_head.get((sentence.passage.index, token.i))

    def _usable(self, k: int, reported: set[int], sentence: Sentence, token: Token) -> bool:
        m = self.mentions[k]
        if m.kind not in ("person", "office", "pronoun"):
            return False
        co_argument = (
            m.sentence == sentence.index
            and token.dep_ != "poss"
            and token.head.i == sentence.passage.doc[m.head].head.i
        )
        return not co_argument and not (m.sentence == sentence.index and m.head in reported)

    def _thing(self, token: Token, sentence: Sentence) -> Entity | None:
        """ "it", "its": the state or body that is subject of a clause above, or possessor nearby; else nobody."""
        for k in self._governing_subjects(token, sentence, self._reported(token)):
            entity = self.entities.get(k) if k is not None else None
            if entity is not None and entity.kind in ("state", "organisation"):
                return entity
        for k in self._reported_subjects(token, sentence):
            entity = self.entities.get(k) if k is not None else None
            if entity is not None and entity.kind in ("state", "organisation"):
                return entity
        possessor = token.dep_ == "poss" and token.head.dep_ in SUBJECTS
        if token.dep_ in SUBJECTS or possessor:
            accuser = _accuser(token)
            for k in self._things_before(token, sentence):
                if accuser is not None and k is not None and self.mentions[k].head == accuser.i:
                    continue
                entity = self.entities.get(k) if k is not None else None
                if k is None or entity is None or (self.mentions[k].kind == "demonym" and not self._governs(k)):
                    continue
                if entity.kind in ("state", "organisation"):
                    return entity
        return None

    def _things_before(self, token: Token, sentence: Sentence) -> list[int | None]:
        """The mentions before a pronoun that a state or body may be, the likeliest first: who is only told of in the
        words that it says ("“X owes us this,” it said") is not the one that says them."""
        own = self.by_sentence.get(sentence.index, [])
        earlier = own[: bisect_left([self.mentions[k].first for k in own], token.i)]
        index, reported = sentence.index - 1, self._reported(token)
        if not reported or token.head.lemma_ not in self.words["speech_verbs"]:
            return [*reversed(earlier), *self._subjects_of(index)]
        while index >= 0 and in_marks(self.scene.sentences[index].tokens.root):
            index -= 1  # "“X owes us this. It must pay,” it said"
        outside = [k for k in reversed(earlier) if self.mentions[k].head not in reported]
        return [*outside, *self._sources_of(index), *self._subjects_of(index), *reversed(earlier)]

    def _governs(self, k: int) -> bool:
        """ "the Peruvian ministry": a nationality before what a state acts by."""
        word = self.scene.passages[self.mentions[k].passage].doc[self.mentions[k].head]
        return word.dep_ in OWNERS and word.head.lemma_.lower() in self.words["institutions"]

    def _reported_subjects(self, token: Token, sentence: Sentence) -> list[int | None]:
        """ "X will act, its minister warned", "X spoke with Y, his spokesman said": the subject of the words that the
        possessed one says."""
        verb = token.head.head if token.dep_ == "poss" and token.head.dep_ in SUBJECTS else None
        clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i < token.i] if verb is not None else []
        return [self._mention_at(s, sentence) for c in clauses for s in c.children if s.dep_ in SUBJECTS]


def _explained(clause: Token, token: Token) -> bool:
    """Whether a clause that the parser put under the verb of the next ends before a colon: nothing that is said."""
    stops = token.doc[clause.i + 1 : token.i]
    return clause.i < token.i and any(t.text in (":", ";") for t in stops)


def _accuser(pronoun: Token) -> Token | None:
    """X in "X's allegation that it had …", who says it of another."""
    clause = pronoun.head
    noun = clause.head if pronoun.dep_ in SUBJECTS and clause.dep_ == "acl" else None
    return next((c for c in noun.children if c.dep_ == "poss"), None) if noun is not None else None


def in_marks(token: Token) -> bool:
    """Whether a pronoun stands in words between marks: what it stands for there is the speaker's matter."""
    return token.doc.marked[token.i]


def _sexed(entity: Entity, sex: str) -> Entity:
    """A person whom a pronoun has told the sex of."""
    if entity.kind == "person" and not entity.sex:
        entity.sex = sex
    return entity


def _whose_it_is(subject: Token) -> Token | None:
    """X in "It is X's second trip abroad", "It was X who broke the news": whom such a sentence is about."""
    attributes = [c for c in subject.head.children if c.dep_ == "attr"] if subject.lower_ in ("it", "this") else []
    clauses = [
        (a, c) for a in attributes for c in (*a.children, *subject.head.children) if c.dep_ in ("relcl", "ccomp")
    ]
    cleft = (a for a, c in clauses if a.pos_ == "PROPN" and any(t.tag_ == "WP" for t in c.lefts))
    return next((c for a in attributes for c in a.children if c.dep_ == "poss"), None) or next(cleft, None)


def _breaks_in(subject: Token, verb: Token) -> bool:
    """ "X, he said, asked …": a clause of saying between two commas, which speaks of those around it."""
    doc, low = subject.doc, subject.sent.start
    after = doc[verb.i + 1 : min(verb.i + BREAK, subject.sent.end)]
    closes = next((t for t in after if t.text == ","), None)
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in after if closes is not None and t.i < closes.i)
    return subject.i > low + 1 and doc[subject.i - 1].text == "," and closes is not None and not finite


def _stray_subject(token: Token) -> bool:
    """X in "X on Friday put off …", which the parser took for an adverb."""
    stray = token.dep_ == "npadvmod" and token.pos_ == "PROPN" and token.i < token.head.i
    return stray and not any(c.dep_ in SUBJECTS for c in token.head.children)


def _clause(token: Token) -> Token | None:
    """The verb of the clause that a token (not itself) belongs to."""
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX") or above.dep_ == "ROOT":
            return above
    return None
