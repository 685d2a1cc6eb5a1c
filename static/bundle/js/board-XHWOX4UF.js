/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c}from"./board-C6K5VE27.js";import"./board-OK73VCRR.js";import"./board-XMP4NRM4.js";export{a as MOST,c as NoteLanguage,b as Tongues};
