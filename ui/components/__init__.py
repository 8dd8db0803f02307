"""Parts of a page that our own JavaScript draws, each with what Python does about its reports."""
