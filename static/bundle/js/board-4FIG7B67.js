/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o,f as r,g as m,h as p,i as t}from"./board-BQ2MLEDL.js";import"./board-THE26QVD.js";import"./board-X2TOAUSO.js";export{o as MOST,t as Meanwhile,m as NoteLanguage,r as Tongues,p as meanwhileKey};
