/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c,d,e}from"./board-4XPAOXCO.js";import"./board-LW27YMIZ.js";import"./board-JH6SHVAS.js";import"./board-HLKG6KNZ.js";export{d as HandWatch,e as Hands,c as HandsUp,b as MyHand,a as MySigns};
