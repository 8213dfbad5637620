"""The page before its sense: its furniture, quotation marks, turns of a transcript, language."""
