"""Time expressions and their EDTF values, and the arithmetic on them."""
