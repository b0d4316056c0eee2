"""What administrators use: the recipes in ``deploy/`` and the page on operating a server."""
