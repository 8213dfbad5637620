"""Files, folders, streams and web addresses to documents: one file a format, one function to open all."""

from detente.inputs.frozen import document_of
from detente.inputs.limits import InputOptions, Limits, Refusal
from detente.inputs.opening import count, open_inputs
from detente.inputs.published import parse_date, parse_published

__all__ = ["InputOptions", "Limits", "Refusal", "count", "document_of", "open_inputs", "parse_date", "parse_published"]
