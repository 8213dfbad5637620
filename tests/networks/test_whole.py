"""A stop while a library is loaded is a stop, and never told as something that is not installed."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from detente.errors import ModelError
from detente.networks.parser import load
from detente.networks.whole import whole


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """A run that was started in the background ignores stops; here they are heeded as in a terminal."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def stopped(done: list[str], error: Exception | None = None) -> None:
    """Loads something, and is told to stop in the midst of it."""
    with whole("model", "x"):
        os.kill(os.getpid(), signal.SIGINT)
        if error is not None:
            raise error
        done.append("loaded")


def test_a_stop_waits_until_it_is_loaded() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        stopped(done)
    assert done == ["loaded"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_stop_that_a_library_makes_an_error_of_is_a_stop() -> None:
    with pytest.raises(KeyboardInterrupt):
        stopped([], ImportError("numpy._core.multiarray failed to import"))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ModuleNotFoundError("No module named 'tokenizers'", name="tokenizers"), "tokenizers is not installed"),
        (ImportError("libstdc++.so.6:\n cannot open"), r"cannot be loaded \(libstdc\+\+.so.6: cannot open\)"),
        (ModuleNotFoundError("odd"), r"cannot be loaded \(odd\)"),
    ],
)
def test_what_cannot_be_loaded_is_named(error: ImportError, said: str) -> None:
    with pytest.raises(ModelError, match=said) as told, whole("model of events", "tokenizers"):
        raise error
    assert "None" not in str(told.value)


def test_another_thread_is_left_alone() -> None:
    seen = []

    def work() -> None:
        with whole("model", "x"):
            seen.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [1]


def test_a_model_that_is_missing() -> None:
    with pytest.raises(ModelError, match="model no_such_pipeline: no_such_pipeline is not installed; run: pip install"):
        load("no_such_pipeline")
