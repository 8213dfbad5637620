"""The trained networks that a reading asks, loaded from what is installed: the parser and the judge of events.

`parser` hands out parsed passages, `judge` judges pairs of actors. `unquoted` and `interposed` keep from the parser
what it errs by; `stepwise` and `attributerules` make its components quicker, with the same results.
"""
