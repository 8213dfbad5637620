"""Who met, called or visited whom: the words that name an engagement, and which of them tell of one."""
