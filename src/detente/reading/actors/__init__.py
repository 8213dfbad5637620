"""Who is who: names, titles, offices, states and bodies, pronouns included."""
