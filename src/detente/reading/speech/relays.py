"""Through whom words came that somebody tells of within his own: "X said that Y had promised …", "“Y wants …,” X said".

In: the statements of a document. Out: the same; one that stands inside another's words has whoever tells of it in its
chain, however deep, and `teller`, the nearest of them who speaks for another side than it is made for, or for none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.model import Relay
from detente.reading.speech.attribution import Draft

MINDED = frozenset({"attitude", "demand"})


def relayed(drafts: Sequence[Draft]) -> list[Draft]:
    """The statements, each with those who tell of it in its chain, the nearest first."""
    denials = [d for d in drafts if not d.silent and d.cue is not None and d.cue.force == "deny" and d.kind != "direct"]
    kept = [d for d in drafts if not any(_denied(d, o) for o in denials)]
    kept = [replace(d, nested=tuple(n for n in d.nested if not _denied(n, d))) if d in denials else d for d in kept]
    spoken = [d for d in kept if not d.silent]
    within = ((d, sorted(_around(d, spoken), key=lambda o: o.content.end - o.content.start)) for d in kept)
    return [_ascribed(_told(d, tellers), tellers) for d, tellers in within]


def _ascribed(draft: Draft, tellers: Sequence[Draft]) -> Draft:
    return replace(draft, ascribed=True) if _only_thought(draft, tellers) else draft


def _only_thought(draft: Draft, tellers: Sequence[Draft]) -> bool:
    """ "Analysts say that X wants …", "that X demands a …": what those who speak for nobody think that a state is of a
    mind to have. It has said nothing: the words are theirs. What it thinks or demands in a clause of its own, "that X
    believes that …", they may have heard."""
    teller = tellers[0] if tellers else None
    if teller is None or teller.on_behalf_of is not None or (teller.kind == "direct" and teller.speaker is None):
        return False
    state = draft.entity is not None and draft.entity.kind == "state"
    if not state or draft.cue is None or draft.kind == "direct" or draft.cue.force not in MINDED:
        return False
    if draft.cue.frame == "clause":
        return False
    cue = draft.sentence.passage.doc[draft.cue.token]
    return draft.cue.force == "attitude" or cue.tag_ in ("VBZ", "VBP", "VBG")


def same_voice(outer: Draft, inner: Draft) -> bool:
    """Whether a statement inside another is told by the one who made it."""
    if outer.content == inner.content:
        return True
    if inner.speaker is None:
        return False
    if outer.speaker is not None and inner.speaker.span == outer.speaker.span:
        return True
    return outer.kind != "direct" and inner.entity is not None and inner.entity is outer.entity


def _around(draft: Draft, spoken: Sequence[Draft]) -> list[Draft]:
    """The statements of others in whose words a statement is made."""
    cue = draft.cue_span
    if cue is None:
        return []
    inside = (o for o in spoken if o is not draft and o.content.start <= cue.start and cue.end <= o.content.end)
    others = (o for o in inside if o.cue_span is None or not o.cue_span.meets(draft.content))
    others = (o for o in others if not _remarked(draft, o))
    return [o for o in others if not same_voice(o, draft) and (draft.entity is None or o.entity is not draft.entity)]


def _remarked(draft: Draft, teller: Draft) -> bool:
    """ "Traders complain of the delays, which Y promised to end": what the reporter remarks after reported words."""
    if draft.cue is None or teller.kind != "indirect" or teller.cue_span is None:
        return False
    verb, after = draft.sentence.passage.doc[draft.cue.token], teller.cue_span.end <= teller.content.start
    first = verb.left_edge.i
    apart = verb.dep_ == "relcl" and first > 0 and verb.doc[first - 1].text == ","
    return after and apart and any(t.tag_ == "WDT" for t in verb.doc[first : verb.i])


def _denied(draft: Draft, teller: Draft) -> bool:
    """ "X denied that Y had promised to …", "denied a report that it had asked for …": what is denied to have been
    said, by whomever."""
    if draft.cue is None or teller.cue is None or draft.sentence is not teller.sentence:
        return False
    cue = draft.sentence.passage.doc[draft.cue.token]
    told = cue.dep_ in ("acl", "ccomp", "relcl") and any(t.lower_ == "that" for t in cue.lefts)
    above = cue.head.head if told and cue.head.dep_ == "dobj" else cue.head
    return (told or cue.dep_ in ("ccomp", "xcomp")) and above.i == teller.cue.token


def _told(draft: Draft, tellers: Sequence[Draft]) -> Draft:
    if not tellers:
        return draft
    chain: dict[tuple[str, int], Relay] = {(r.name, r.span.start): r for r in draft.chain}
    heard = [draft.entity]
    for outer in tellers:
        again = outer.principal is not None and any(outer.principal is e for e in heard)
        for link in outer.chain[1:] if again else outer.chain:
            chain.setdefault((link.name, link.span.start), link)
        heard.append(outer.entity)
    side = draft.on_behalf_of
    other = next((o for o in tellers if o.on_behalf_of != side), None) if side is not None else None
    return replace(draft, chain=tuple(chain.values()), teller=other)
