"""One file a labelled set: readings and labels in, figures and errors out."""
